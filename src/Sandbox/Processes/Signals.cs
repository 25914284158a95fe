using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sandbox.Processes;

/// <summary>Asks another process to stop in good order, which <see cref="Process"/> itself cannot.</summary>
internal static class Signals
{
    private const int SigTerm = 15;

    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
            process.Kill(entireProcessTree: true);
        else
            _ = Kill(process.Id, SigTerm); // Not found: it has just ended, which is what was asked for.
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
