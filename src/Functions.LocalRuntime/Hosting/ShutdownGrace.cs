using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LocalFunctions.Hosting;

/// <summary>
/// When the app is asked to stop, running invocations may finish within the grace period (setting
/// <c>LocalRuntime__ShutdownGrace</c>, the host's 30 seconds by default); then their cancellation token fires.
/// </summary>
internal sealed class ShutdownGrace : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenRegistration _stopping;

    public ShutdownGrace(IHostApplicationLifetime lifetime, IConfiguration settings)
    {
        var period = PeriodFrom(settings);
        _stopping = lifetime.ApplicationStopping.Register(() => _ended.CancelAfter(period));
    }

    public CancellationToken Ended => _ended.Token;

    public static TimeSpan PeriodFrom(IConfiguration settings) =>
        settings["LocalRuntime:ShutdownGrace"] is { } text
            ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : TimeSpan.FromSeconds(30);

    public void Dispose()
    {
        _stopping.Dispose();
        _ended.Dispose();
    }
}
