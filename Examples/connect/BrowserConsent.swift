import ConstantContactKit
import ExampleSupport
import Foundation
import LoopbackServer

/// Asks for consent in the browser of this machine, and waits for what it comes back with.
struct BrowserConsent {
  let redirectURI: String
  let opensBrowser: Bool

  /// What was granted, once it is stored.
  func grant(_ consent: Consent, pasted: Bool, _ patience: Patience) async throws -> OAuthGrant {
    do {
      return try await pasted ? paste(consent, patience) : listen(consent, patience)
    } catch let ending as Ending {
      // Whatever has begun by now is brought to its end: the code is spent.
      guard let grant = await consent.settle() else { throw ending }
      return grant
    }
  }

  private func listen(_ consent: Consent, _ patience: Patience) async throws -> OAuthGrant {
    let redirect: RedirectAddress
    do {
      redirect = try RedirectAddress(redirectURI)
    } catch let failure as RedirectAddress.Failure {
      throw Ending(status: 2, message: "\(failure); with --paste it need not listen")
    }
    let listener = RedirectListener(redirect) { callback in
      let reply = await consent.take(callback)
      if let text = reply.text { StandardError.write(line: text) }
      return reply.page
    }
    do {
      try await listener.start()
    } catch let failure as RedirectAddress.Failure {
      throw Ending(status: 2, message: failure.description)
    }
    show(consent.request.url, then: "It comes back to \(redirectURI), where this program waits.")
    do {
      let grant = try await patience.value { try await consent.grant() }
      await listener.stop()
      return grant
    } catch {
      await listener.stop()
      throw error
    }
  }

  private func paste(_ consent: Consent, _ patience: Patience) async throws -> OAuthGrant {
    show(
      consent.request.url,
      then: "It ends at \(redirectURI), perhaps with an error page. Paste the whole address from its bar here:")
    let redirectURI = redirectURI
    return try await patience.value {
      for await line in StandardInput.lines() {
        guard let url = PastedAddress.url(in: line, redirectURI: redirectURI) else {
          StandardError.write(line: "That is no address. It begins with \(redirectURI) and holds a code:")
          continue
        }
        switch await consent.take(url) {
        case .notTheAnswer(let error):
          StandardError.write(line: "\(error)\nPaste the address that this request ended at:")
        case .connected, .failed: return try await consent.grant()
        }
      }
      try Task.checkCancellation()
      throw Ending(status: 3, message: "no address was pasted: nothing is connected")
    }
  }

  private func show(_ url: URL, then text: String) {
    let isOpen = opensBrowser && Browser.open(url)
    StandardError.write(line: isOpen ? "The browser asks for consent at" : "Open this address in a browser:")
    StandardError.write(line: "\n  \(url.absoluteString)\n\n\(text)")
  }
}

extension Consent.Reply {
  /// What is said about a callback on standard error, if anything.
  fileprivate var text: String? {
    if case .notTheAnswer(let error) = self { "Not the answer that is waited for, and ignored: \(error)" } else { nil }
  }

  /// What the browser shows.
  fileprivate var page: RedirectPage {
    switch self {
    case .connected:
      RedirectPage(isSuccess: true, title: "Connected", text: "The account is connected. You can close this page.")
    case .notTheAnswer:
      RedirectPage(
        isSuccess: false, title: "Not this page",
        text: "This is not the answer that is waited for. Use the newest address that the program printed.")
    case .failed:
      RedirectPage(
        isSuccess: false, title: "Not connected",
        text: "There are no tokens. The program says why; you can close this page.")
    }
  }
}
