/*
 * Loaded before a program (LD_PRELOAD): each sync of a file takes SLOW_SYNC_MS milliseconds longer, as on
 * an SD card or an old disk. Nothing else of the program is changed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_a_while(void)
{
	const char *text = getenv("SLOW_SYNC_MS");
	long milliseconds = text ? atol(text) : 0;
	struct timespec pause = {milliseconds / 1000, (milliseconds % 1000) * 1000000L};
	nanosleep(&pause, NULL);
}

int fsync(int file)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
	wait_a_while();
	return real(file);
}

int fdatasync(int file)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
	wait_a_while();
	return real(file);
}
