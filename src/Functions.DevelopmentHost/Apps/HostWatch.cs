using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace DevelopmentHosting.Apps;

/// <summary>
/// Notices the host that a program builds, by the events that .NET's generic host raises for tools. It follows the program's own flow of execution, so that several
/// programs can start side by side.
/// </summary>
internal sealed class HostWatch : IDisposable
{
    private static readonly AsyncLocal<HostWatch?> Current = new();

    private readonly Action<IHostBuilder> _building;
    private readonly Action<IHost> _built;

    static HostWatch() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    private HostWatch(Action<IHostBuilder> building, Action<IHost> built) => (_building, _built) = (building, built);

    /// <summary>Watches until disposed; <paramref name="building"/> runs after the program configured its host.</summary>
    public static HostWatch Begin(Action<IHostBuilder> building, Action<IHost> built) =>
        Current.Value = new HostWatch(building, built);

    public void Dispose() => Current.Value = null;

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting" && Current.Value is { } watch)
                value.Subscribe(new Events(watch));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Events(HostWatch watch) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
                watch._building(builder);
            else if (value is { Key: "HostBuilt", Value: IHost host })
                watch._built(host);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
