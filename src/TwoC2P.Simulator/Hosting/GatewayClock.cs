using System.Globalization;

namespace TwoC2P.Simulator.Hosting;

/// <summary>The gateway's own time: its zone, its stamps and the acquirer's void cut-off.</summary>
internal sealed class GatewayClock
{
    private readonly TimeProvider _time;
    private readonly TimeZoneInfo _zone;
    private readonly TimeOnly? _cutOff;

    public GatewayClock(TimeProvider time, SimulatorOptions options)
    {
        _time = time;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        _cutOff = string.Equals(options.VoidCutOff, "none", StringComparison.OrdinalIgnoreCase)
            ? null
            : TimeOnly.Parse(options.VoidCutOff, CultureInfo.InvariantCulture);
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The gateway's wall clock.</summary>
    public DateTime LocalNow => Local(Now).DateTime;

    /// <summary>Message stamp, <c>ddMMyyHHmmss</c>.</summary>
    public string TimeStampDdMmYyHhMmSs() => Local(Now).ToString("ddMMyyHHmmss", CultureInfo.InvariantCulture);

    /// <summary>Transaction and refund times, <c>yyyyMMddHHmmss</c>.</summary>
    public string DateTimeYyyyMmDdHhMmSs(DateTimeOffset at) => Local(at).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>The acquirer's day of an authorization ends at the first cut-off after it; until then it can be voided.</summary>
    public bool IsBeforeVoidCutOff(DateTimeOffset authorizedAt)
    {
        if (_cutOff is not { } cutOff)
            return true;
        var authorized = Local(authorizedAt).DateTime;
        var end = authorized.Date + cutOff.ToTimeSpan();
        if (end <= authorized)
            end = end.AddDays(1);
        return Local(Now).DateTime < end;
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);
}
