/* bcryptprimitives.dll with the one function that a Go program asks it for. Wine
 * before version 9 lacks it; Windows has had it since 7. For pictures under Wine
 * only, never shipped. SystemFunction036 is RtlGenRandom. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
  return SystemFunction036(buffer, (ULONG)length);
}
