import ConstantContactKit
import ExampleSupport
import Foundation
import LoopbackServer

/// Requests consent in a browser, and waits for its callback.
struct BrowserConsent {
  let redirectURI: String
  let opensBrowser: Bool

  /// Waits for the grant, which is stored by then.
  func grant(_ consent: Consent, pasted: Bool, _ patience: Patience) async throws -> OAuthGrant {
    let start = SingleUseRedirect(to: consent.request.url)
    do {
      let grant = try await pasted ? paste(consent, start, patience) : listen(consent, start, patience)
      await start.stop()
      return grant
    } catch let ending as Ending {
      await start.stop()
      // The code of an exchange in progress works only once, so the exchange is completed.
      guard let grant = await consent.settle() else { throw ending }
      return grant
    } catch {
      await start.stop()
      throw error
    }
  }

  private func listen(_ consent: Consent, _ start: SingleUseRedirect, _ patience: Patience) async throws -> OAuthGrant {
    let redirect: RedirectAddress
    do {
      redirect = try RedirectAddress(redirectURI)
    } catch let failure as RedirectAddress.Failure {
      throw Ending(status: 2, message: "\(failure) Use --paste for other redirect URIs.")
    }
    let listener = RedirectListener(redirect) { callback in
      let reply = await consent.take(callback)
      if let text = reply.text { StandardError.write(line: text) }
      return reply.page
    }
    do {
      try await listener.start()
    } catch let failure as ListenFailure {
      throw Ending(
        status: 2, message: "\(failure) The app must have the redirect URI with that port registered.")
    }
    await show(consent.request.url, start, then: "The browser returns to \(redirectURI), where this program listens.")
    do {
      let grant = try await patience.value { try await consent.grant() }
      await listener.stop()
      return grant
    } catch {
      await listener.stop()
      throw error
    }
  }

  private func paste(_ consent: Consent, _ start: SingleUseRedirect, _ patience: Patience) async throws -> OAuthGrant {
    await show(
      consent.request.url, start,
      then: "The browser ends at \(redirectURI), possibly with an error page. Paste the whole address here:")
    let redirectURI = redirectURI
    return try await patience.value {
      for await line in StandardInput.lines() {
        guard let url = PastedAddress.url(in: line, redirectURI: redirectURI) else {
          StandardError.write(
            line: "Not a URL. Paste the whole address, which starts with \(redirectURI) and contains a code:")
          continue
        }
        switch await consent.take(url) {
        case .ignored(let error):
          StandardError.write(line: "\(error)\nPaste the address at which this request ended:")
        case .connected, .failed: return try await consent.grant()
        }
      }
      try Task.checkCancellation()
      throw Ending(status: 3, message: "No address was pasted. No account is connected.")
    }
  }

  private func show(_ url: URL, _ start: SingleUseRedirect, then text: String) async {
    let isOpen = await open(start)
    StandardError.write(
      line: isOpen ? "The browser opens the consent page. Its address is" : "Open this address in a browser:")
    StandardError.write(line: "\n  \(url.absoluteString)\n\n\(text)")
  }

  private func open(_ start: SingleUseRedirect) async -> Bool {
    guard opensBrowser, Browser.isAvailable, let url = try? await start.start() else { return false }
    return Browser.open(url)
  }
}

extension Consent.Reply {
  /// The message for standard error, if any.
  fileprivate var text: String? {
    if case .ignored(let error) = self {
      "Ignored a callback that does not belong to this request: \(error)"
    } else {
      nil
    }
  }

  /// The page for the browser.
  fileprivate var page: RedirectPage {
    switch self {
    case .connected:
      RedirectPage(isSuccess: true, title: "Connected", text: "The account is connected. You can close this page.")
    case .ignored:
      RedirectPage(
        isSuccess: false, title: "Unknown response",
        text: "This sign-in response is unknown or already used. Use the latest address that the program printed.")
    case .failed:
      RedirectPage(
        isSuccess: false, title: "Not connected",
        text: "The account is not connected. The program shows the reason. You can close this page.")
    }
  }
}
