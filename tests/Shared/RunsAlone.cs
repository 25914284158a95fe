[assembly: AssemblyFixture(typeof(Shared.RunsAlone))]

namespace Shared;

/// <summary>
/// <c>dotnet test</c> runs as many test projects beside each other as there are processors. Those that start many processes, or need every processor, would only take each other's time: one of them runs at a time, on the
/// whole machine. The lock is the operating system's and ends with its holder, however that ends.
/// </summary>
public sealed class RunsAlone : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly string Path = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(),
        $"heavy-tests-{Environment.UserName}.lock"
    );

    private FileStream? _turn;

    public async ValueTask InitializeAsync()
    {
        while (!TryTakeTurn())
            await Task.Delay(Pause);
    }

    public async ValueTask DisposeAsync()
    {
        if (_turn is not null)
            await _turn.DisposeAsync();
    }

    private bool TryTakeTurn()
    {
        try
        {
            _turn = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
