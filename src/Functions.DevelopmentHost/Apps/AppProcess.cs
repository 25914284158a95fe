using System.Diagnostics;

namespace DevelopmentHosting.Apps;

/// <summary>The app as a process of its own; what it prints goes where this process prints.</summary>
internal sealed class AppProcess : IRunningApp
{
    private readonly Process _process;

    private AppProcess(Process process)
    {
        _process = process;
        Ended = EndAsync();
    }

    public Task<int> Ended { get; }

    public Task<Uri?> Started { get; } = Task.FromResult<Uri?>(null);

    public IServiceProvider? Services => null;

    public static AppProcess Start(string app, IEnumerable<string> args, IReadOnlyDictionary<string, string?> settings)
    {
        var folder = Path.GetDirectoryName(app)!;
        var start = new ProcessStartInfo("dotnet", [app, .. args]) { UseShellExecute = false, WorkingDirectory = folder };
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        return new AppProcess(Process.Start(start)!);
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
            _process.Kill(entireProcessTree: true);
        await Ended;
        _process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
