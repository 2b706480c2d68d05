using System.Runtime.InteropServices;

namespace LegTracker.Dashboard.Terminal;

/// <summary>The few C library calls behind the Unix terminal.</summary>
/// <remarks>Terminal settings stay an opaque buffer, so that one binding serves glibc, musl and macOS; <c>ioctl</c> is variadic and would be wrong on Apple arm64.</remarks>
internal static partial class Libc
{
    /// <summary>Larger than <c>struct termios</c> on every Unix that .NET runs on.</summary>
    public const int TermiosSize = 256;

    public const short PollIn = 1;

    /// <summary>One descriptor of a <c>poll</c> call.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Returned;
    }

    /// <summary>SIGSTOP, which no process can catch.</summary>
    public static int StopSignal => OperatingSystem.IsMacOS() ? 17 : 19;

    /// <summary>SIGTSTP, what Ctrl-Z sends to a process group.</summary>
    public static int KeyboardStopSignal => OperatingSystem.IsMacOS() ? 18 : 20;

    [LibraryImport("libc", EntryPoint = "isatty")]
    internal static partial int IsATty(int descriptor);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    internal static unsafe partial int TcGetAttr(int descriptor, byte* termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    internal static unsafe partial int TcSetAttr(int descriptor, int when, byte* termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    internal static unsafe partial void CfMakeRaw(byte* termios);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static unsafe partial int Poll(PollDescriptor* descriptors, nuint count, int timeout);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    internal static unsafe partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    internal static unsafe partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    internal static unsafe partial int Pipe(int* descriptors);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "getsid")]
    internal static partial int GetSid(int process);
}
