// SPDX-License-Identifier: Apache-2.0
// For LD_PRELOAD: a clock that was put forward, or a machine that has slept. From when the file CLOCK_FORWARD is there
// the time of day is so many seconds later as CLOCK_FORWARD_SECONDS says; clocks that only run are as ever.
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

time_t forward() {
    const char* const flag = std::getenv("CLOCK_FORWARD");
    const char* const seconds = std::getenv("CLOCK_FORWARD_SECONDS");
    return flag != nullptr && seconds != nullptr && ::access(flag, F_OK) == 0 ? std::atol(seconds) : 0;
}

} // namespace

extern "C" {
int clock_gettime(clockid_t clock, timespec* out) {
    static const auto next = reinterpret_cast<int (*)(clockid_t, timespec*)>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = next(clock, out);
    if (result == 0 && clock == CLOCK_REALTIME) out->tv_sec += forward();
    return result;
}
int gettimeofday(timeval* out, void* zone) {
    static const auto next = reinterpret_cast<int (*)(timeval*, void*)>(::dlsym(RTLD_NEXT, "gettimeofday"));
    const int result = next(out, zone);
    if (result == 0) out->tv_sec += forward();
    return result;
}
}
