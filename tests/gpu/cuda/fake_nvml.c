/* SPDX-License-Identifier: Apache-2.0 */
/* A management library with one card on bus 0000:3B:00.0, whose power cannot be read. */
#include <string.h>

int nvmlInit_v2(void) { return 0; }
int nvmlShutdown(void) { return 0; }

int nvmlSystemGetDriverVersion(char* out, unsigned length) {
    strncpy(out, "580.65.06", length);
    return 0;
}

int nvmlDeviceGetHandleByPciBusId_v2(const char* bus, void** device) {
    static int card;
    if (strcmp(bus, "0000:3B:00.0") != 0) return 6; /* not found */
    *device = &card;
    return 0;
}

int nvmlDeviceGetMemoryInfo(void* device, unsigned long long* memory) {
    (void)device;
    memory[0] = 85899345920ULL;
    memory[1] = 85000000000ULL;
    memory[2] = 899345920ULL;
    return 0;
}

int nvmlDeviceGetPowerUsage(void* device, unsigned* milliwatts) {
    (void)device;
    *milliwatts = 1;
    return 3; /* not supported */
}

int nvmlDeviceGetEnforcedPowerLimit(void* device, unsigned* milliwatts) {
    (void)device;
    *milliwatts = 700000;
    return 0;
}

int nvmlDeviceGetTemperature(void* device, int sensor, unsigned* celsius) {
    (void)device;
    *celsius = sensor == 0 ? 41 : 0;
    return 0;
}
