#ifndef CCONSTANTCONTACTCURL_H
#define CCONSTANTCONTACTCURL_H

#if defined(__linux__)

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The part of libcurl that the transport uses. The library is loaded at run time, so that building needs neither its
// headers nor a link flag. The functions for transfers must run on one thread.

/// Loads libcurl once. Returns whether it is usable: 7.66 or later, with TLS and a resolver that does not block.
bool cccurl_load(void);

/// The version of the loaded library as 0xXXYYZZ.
unsigned int cccurl_version(void);

/// The text of a result code. It contains nothing of the request.
const char *_Nonnull cccurl_text(int code);

/// Starts a thread with all signals blocked: signals are for the program's own threads, and SIGPIPE would end the process
/// when a server closes a connection. Returns whether the thread started.
bool cccurl_thread_start(void (*_Nonnull body)(void *_Nonnull context), void *_Nonnull context);

/// Returns a descriptor that interrupts `cccurl_multi_poll`, or a negative number.
int cccurl_event_new(void);
void cccurl_event_signal(int descriptor);

/// libcurl's type of a function that takes or fills bytes.
typedef size_t (*cccurl_bytes)(char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);
/// A decision about a transfer.
typedef bool (*cccurl_decision)(void *_Nullable context);

/// Everything that makes up a transfer. libcurl copies the strings, but not the list of fields.
typedef struct {
  const char *_Nonnull url;
  const char *_Nonnull method;
  /// A list made by `cccurl_fields_append`.
  void *_Nullable fields;
  /// A PEM file of the authorities to trust, or null for those of the system.
  const char *_Nullable authorities;
  /// The size of the body; zero sends `Content-Length: 0`, a negative number sends no body.
  int64_t body_size;
  bool decompresses;
  bool uses_proxy;
  bool needs_fresh_connection;
  /// Whether the connection is closed after the response.
  bool closes_connection;
  void *_Nonnull context;
  cccurl_bytes _Nonnull on_header;
  cccurl_bytes _Nonnull on_body;
  cccurl_bytes _Nonnull on_read;
  /// Whether a connection may be opened.
  cccurl_decision _Nonnull may_connect;
  /// Whether the request may be sent on the connection, which is established. Not called before 7.80.
  cccurl_decision _Nonnull may_send;
} cccurl_transfer;

/// Returns the list with one more field, or null when memory is exhausted; then the list is unchanged.
void *_Nullable cccurl_fields_append(void *_Nullable fields, const char *_Nonnull field);
void cccurl_fields_free(void *_Nullable fields);

void *_Nullable cccurl_easy_new(void);
void cccurl_easy_free(void *_Nonnull easy);
/// Returns libcurl's result code: zero for success.
int cccurl_easy_configure(void *_Nonnull easy, const cccurl_transfer *_Nonnull transfer);
/// Whether the connection was established, TLS included. Exact for a new connection only.
bool cccurl_easy_is_connected(void *_Nonnull easy, bool is_secure);
/// Whether the kept connection that libcurl chose has something to read or is closed. Known from 8.22, else false.
bool cccurl_easy_connection_is_stale(void *_Nonnull easy);
/// Makes a transfer that has not been sent use no kept connection.
void cccurl_easy_require_fresh_connection(void *_Nonnull easy);

void *_Nullable cccurl_multi_new(long connections_per_host);
/// These return zero for success.
int cccurl_multi_add(void *_Nonnull multi, void *_Nonnull easy);
int cccurl_multi_remove(void *_Nonnull multi, void *_Nonnull easy);
int cccurl_multi_perform(void *_Nonnull multi);
/// Waits for the transfers' sockets or the event descriptor, whose count is reset.
int cccurl_multi_poll(void *_Nonnull multi, int event_descriptor, int milliseconds);
/// Returns the next finished transfer and its result code, or null.
void *_Nullable cccurl_multi_next_finished(void *_Nonnull multi, int *_Nonnull code);

#endif
#endif
