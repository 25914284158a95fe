using System.Globalization;

namespace TwoC2P.Simulator.Runtime;

/// <summary>The gateway's own time: its zone, its stamps and the acquirer's void cut-off.</summary>
internal sealed class GatewayClock
{
    private readonly TimeProvider _time;
    private readonly TimeZoneInfo _zone;
    private volatile VoidCutOff _cutOff;

    public GatewayClock(TimeProvider time, SimulatorOptions options)
    {
        _time = time;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        _cutOff =
            VoidCutOff.TryRead(options.VoidCutOff)
            ?? throw new ArgumentException(
                $"--void-cut-off is a local time such as 20:00, or none; it is {options.VoidCutOff}",
                nameof(options)
            );
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The gateway's wall clock.</summary>
    public DateTime LocalNow => Local(Now).DateTime;

    /// <summary>Message stamp, <c>ddMMyyHHmmss</c>.</summary>
    public string TimeStampDdMmYyHhMmSs() => Local(Now).ToString("ddMMyyHHmmss", CultureInfo.InvariantCulture);

    /// <summary>Transaction and refund times, <c>yyyyMMddHHmmss</c>.</summary>
    public string DateTimeYyyyMmDdHhMmSs(DateTimeOffset at) => Local(at).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>The end of the acquirer's day; it can be set while the program runs.</summary>
    public VoidCutOff CutOff
    {
        get => _cutOff;
        set => _cutOff = value;
    }

    /// <summary>Whether an authorization can still be voided.</summary>
    public bool IsBeforeVoidCutOff(DateTimeOffset authorizedAt) =>
        _cutOff.IsStillToCome(Local(Now).DateTime, Local(authorizedAt).DateTime);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);
}
