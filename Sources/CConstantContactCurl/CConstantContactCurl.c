#define _GNU_SOURCE
#include "CConstantContactCurl.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// Numbers and layouts of libcurl's stable binary interface.
enum {
  option_write_data = 10001,
  option_url = 10002,
  option_proxy = 10004,
  option_read_data = 10009,
  option_write_function = 20011,
  option_read_function = 20012,
  option_post_fields = 10015,
  option_http_header = 10023,
  option_header_data = 10029,
  option_ssl_version = 32,
  option_custom_request = 10036,
  option_no_body = 44,
  option_upload = 46,
  option_post = 47,
  option_post_field_size = 60,
  option_ca_info = 10065,
  option_fresh_connect = 74,
  option_forbid_reuse = 75,
  option_header_function = 20079,
  option_http_version = 84,
  option_ca_path = 10097,
  option_no_signal = 99,
  option_accept_encoding = 10102,
  option_in_file_size_large = 30115,
  option_open_socket_function = 20163,
  option_open_socket_data = 10164,
  option_protocols = 181,
  option_path_as_is = 234,
  option_suppress_connect_headers = 265,
  option_http09_allowed = 285,
  option_max_age_conn = 288,
  option_prereq_function = 20312,
  option_prereq_data = 10313,
  option_quick_exit = 322,

  multi_option_max_connects = 6,
  multi_option_max_host_connections = 7,

  info_connect_time = 0x600000 + 52,
  info_app_connect_time = 0x600000 + 56,
  info_active_socket = 0x500000 + 44,

  global_all = 3,
  version_now = 0,
  feature_tls = 1 << 2,
  feature_asynchronous_dns = 1 << 7,
  http_version_1_1 = 2,
  tls_version_1_2 = 6,
  http_and_https = 3,
  message_done = 1,
  wait_input = 1,
  bad_socket = -1,
  prereq_ok = 0,
  prereq_abort = 1,
};

struct version_information {
  int age;
  const char *version;
  unsigned int version_number;
  const char *host;
  int features;
};

struct message {
  int kind;
  void *easy;
  union {
    void *whatever;
    int result;
  } data;
};

struct wait_descriptor {
  int descriptor;
  short events;
  short returned_events;
};

struct socket_address {
  int family;
  int type;
  int protocol;
  unsigned int length;
  struct sockaddr address;
};

static struct {
  int (*global_init)(long);
  struct version_information *(*version_info)(int);
  void *(*list_append)(void *, const char *);
  void (*list_free)(void *);
  void *(*easy_init)(void);
  void (*easy_cleanup)(void *);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_getinfo)(void *, int, ...);
  const char *(*easy_strerror)(int);
  void *(*multi_init)(void);
  int (*multi_setopt)(void *, int, ...);
  int (*multi_add)(void *, void *);
  int (*multi_remove)(void *, void *);
  int (*multi_perform)(void *, int *);
  int (*multi_poll)(void *, struct wait_descriptor *, unsigned int, int, int *);
  struct message *(*multi_info_read)(void *, int *);
} curl;

static bool is_usable;
static unsigned int version;

// `exit()` frees OpenSSL's state while the loop's thread may be using it. The handler, which runs before OpenSSL's because
// it is registered later, takes the gate that the thread holds while it may be inside TLS, and keeps it.
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

static void close_gate(void) {
  struct timespec limit;
  clock_gettime(CLOCK_REALTIME, &limit);
  limit.tv_sec += 2;
  pthread_mutex_timedlock(&gate, &limit);
}

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  struct {
    const char *name;
    void *target;
  } symbols[] = {
    {"curl_global_init", &curl.global_init},
    {"curl_version_info", &curl.version_info},
    {"curl_slist_append", &curl.list_append},
    {"curl_slist_free_all", &curl.list_free},
    {"curl_easy_init", &curl.easy_init},
    {"curl_easy_cleanup", &curl.easy_cleanup},
    {"curl_easy_setopt", &curl.easy_setopt},
    {"curl_easy_getinfo", &curl.easy_getinfo},
    {"curl_easy_strerror", &curl.easy_strerror},
    {"curl_multi_init", &curl.multi_init},
    {"curl_multi_setopt", &curl.multi_setopt},
    {"curl_multi_add_handle", &curl.multi_add},
    {"curl_multi_remove_handle", &curl.multi_remove},
    {"curl_multi_perform", &curl.multi_perform},
    {"curl_multi_poll", &curl.multi_poll},
    {"curl_multi_info_read", &curl.multi_info_read},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof symbols[0]; index++) {
    void *address = dlsym(library, symbols[index].name);
    if (!address) return;
    memcpy(symbols[index].target, &address, sizeof address);
  }
  if (curl.global_init(global_all) != 0) return;
  const struct version_information *information = curl.version_info(version_now);
  const int needed = feature_tls | feature_asynchronous_dns;
  if (!information || information->version_number < 0x074200 || (information->features & needed) != needed) return;
  version = information->version_number;
  is_usable = atexit(close_gate) == 0;
}

bool cccurl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_usable;
}

unsigned int cccurl_version(void) { return version; }

const char *cccurl_text(int code) {
  const char *text = curl.easy_strerror(code);
  return text ? text : "";
}

struct thread {
  void (*body)(void *);
  void *context;
};

static void *run_thread(void *argument) {
  struct thread thread = *(struct thread *)argument;
  free(argument);
  thread.body(thread.context);
  return NULL;
}

bool cccurl_thread_start(void (*body)(void *), void *context) {
  struct thread *thread = malloc(sizeof *thread);
  if (!thread) return false;
  *thread = (struct thread){body, context};
  // Faults stay deliverable: a blocked one ends the process without a crash report.
  const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP};
  sigset_t blocked, former;
  sigfillset(&blocked);
  for (size_t index = 0; index < sizeof faults / sizeof faults[0]; index++) sigdelset(&blocked, faults[index]);
  pthread_sigmask(SIG_BLOCK, &blocked, &former);
  pthread_t id;
  const bool is_started = pthread_create(&id, NULL, run_thread, thread) == 0;
  pthread_sigmask(SIG_SETMASK, &former, NULL);
  if (is_started) {
    pthread_detach(id);
  } else {
    free(thread);
  }
  return is_started;
}

int cccurl_event_new(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void cccurl_event_signal(int descriptor) { eventfd_write(descriptor, 1); }

void *cccurl_fields_append(void *fields, const char *field) { return curl.list_append(fields, field); }

void cccurl_fields_free(void *fields) { curl.list_free(fields); }

void *cccurl_easy_new(void) { return curl.easy_init(); }

void cccurl_easy_free(void *easy) {
  pthread_mutex_lock(&gate);
  curl.easy_cleanup(easy);
  pthread_mutex_unlock(&gate);
}

// `context` of both is the transfer's; the functions are read from the table, because all transfers share them.
static cccurl_decision may_connect;
static cccurl_decision may_send;

static int open_socket(void *context, int purpose, struct socket_address *address) {
  (void)purpose;
  if (!may_connect(context)) return bad_socket;
  return socket(address->family, address->type | SOCK_CLOEXEC, address->protocol);
}

static int before_request(void *context, char *remote, char *local, int remote_port, int local_port) {
  (void)remote, (void)local, (void)remote_port, (void)local_port;
  return may_send(context) ? prereq_ok : prereq_abort;
}

int cccurl_easy_configure(void *easy, const cccurl_transfer *transfer) {
  may_connect = transfer->may_connect;
  may_send = transfer->may_send;
  int code = 0;
#define SET(option, value) \
  if (code == 0) code = curl.easy_setopt(easy, option, value)
  SET(option_url, transfer->url);
  SET(option_path_as_is, 1L);
  SET(option_protocols, (long)http_and_https);
  SET(option_http_version, (long)http_version_1_1);
  SET(option_http09_allowed, 0L);
  SET(option_http_header, transfer->fields);
  SET(option_no_signal, 1L);
  SET(option_ssl_version, (long)tls_version_1_2);
  SET(option_suppress_connect_headers, 1L);
  // Servers keep idle connections longer than this, so hardly any request is sent on a connection that is being closed.
  SET(option_max_age_conn, 30L);
  if (transfer->needs_fresh_connection) SET(option_fresh_connect, 1L);
  if (transfer->closes_connection) SET(option_forbid_reuse, 1L);
  if (!transfer->uses_proxy) SET(option_proxy, "");
  if (transfer->decompresses) SET(option_accept_encoding, "gzip, deflate");
  if (transfer->authorities) {
    SET(option_ca_info, transfer->authorities);
    SET(option_ca_path, (char *)NULL);
  }

  const bool is_head = strcmp(transfer->method, "HEAD") == 0;
  if (transfer->body_size > 0) {
    SET(option_upload, 1L);
    SET(option_in_file_size_large, transfer->body_size);
    SET(option_read_function, transfer->on_read);
    SET(option_read_data, transfer->context);
  } else if (is_head) {
    SET(option_no_body, 1L);
  } else if (transfer->body_size == 0) {
    SET(option_post, 1L);
    SET(option_post_field_size, 0L);
    SET(option_post_fields, "");
  }
  SET(option_custom_request, transfer->method);

  SET(option_header_function, transfer->on_header);
  SET(option_header_data, transfer->context);
  SET(option_write_function, transfer->on_body);
  SET(option_write_data, transfer->context);
  SET(option_open_socket_function, open_socket);
  SET(option_open_socket_data, transfer->context);
  if (version >= 0x075000) {
    SET(option_prereq_function, before_request);
    SET(option_prereq_data, transfer->context);
  }
  // Removing a transfer does not wait for its host name.
  if (version >= 0x075700) SET(option_quick_exit, 1L);
#undef SET
  return code;
}

bool cccurl_easy_is_connected(void *easy, bool is_secure) {
  int64_t time = 0;
  return curl.easy_getinfo(easy, is_secure ? info_app_connect_time : info_connect_time, &time) != 0 || time > 0;
}

bool cccurl_easy_connection_is_stale(void *easy) {
  int descriptor = bad_socket;
  if (curl.easy_getinfo(easy, info_active_socket, &descriptor) != 0 || descriptor == bad_socket) return false;
  struct pollfd wait = {descriptor, POLLIN, 0};
  return poll(&wait, 1, 0) > 0;
}

void cccurl_easy_require_fresh_connection(void *easy) { curl.easy_setopt(easy, option_fresh_connect, 1L); }

void *cccurl_multi_new(long connections_per_host) {
  void *multi = curl.multi_init();
  if (!multi) return NULL;
  curl.multi_setopt(multi, multi_option_max_host_connections, connections_per_host);
  // The number of idle connections that are kept.
  curl.multi_setopt(multi, multi_option_max_connects, connections_per_host);
  return multi;
}

int cccurl_multi_add(void *multi, void *easy) {
  pthread_mutex_lock(&gate);
  int code = curl.multi_add(multi, easy);
  pthread_mutex_unlock(&gate);
  return code;
}

int cccurl_multi_remove(void *multi, void *easy) {
  pthread_mutex_lock(&gate);
  int code = curl.multi_remove(multi, easy);
  pthread_mutex_unlock(&gate);
  return code;
}

int cccurl_multi_perform(void *multi) {
  int running = 0;
  pthread_mutex_lock(&gate);
  int code = curl.multi_perform(multi, &running);
  pthread_mutex_unlock(&gate);
  return code;
}

int cccurl_multi_poll(void *multi, int event_descriptor, int milliseconds) {
  struct wait_descriptor wait = {event_descriptor, wait_input, 0};
  int ready = 0;
  int code = curl.multi_poll(multi, &wait, 1, milliseconds, &ready);
  if (code != 0) {
    // Never spin, whatever the reason.
    struct pollfd descriptor = {event_descriptor, POLLIN, 0};
    poll(&descriptor, 1, milliseconds < 10 ? milliseconds : 10);
  }
  uint64_t count;
  ssize_t size = read(event_descriptor, &count, sizeof count);
  (void)size;
  return code;
}

void *cccurl_multi_next_finished(void *multi, int *code) {
  int remaining = 0;
  struct message *message;
  while ((message = curl.multi_info_read(multi, &remaining))) {
    if (message->kind != message_done) continue;
    *code = message->data.result;
    return message->easy;
  }
  return NULL;
}

#endif
