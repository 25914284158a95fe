using TwoC2P.Outcomes;

namespace Functions.Tests.Support;

/// <summary>The ways in which a call to 2C2P fails, by a word each; any other word is a result code of a verified refusal.</summary>
internal static class Endings
{
    public const string NeverSent = "never sent";
    public const string TimedOut = "timed out";
    public const string Lost = "connection lost";
    public const string Unverified = "unverified";
    public const string Unreadable = "unreadable";
    public const string Mismatched = "mismatched";
    public const string HttpStatus = "http status";

    public static GatewayOutcome<T> Of<T>(string ending, Func<string, T> refusal)
        where T : class =>
        ending switch
        {
            NeverSent => new GatewayOutcome<T>.NeverSent(NeverSentReason.NotConnected, []),
            TimedOut => new GatewayOutcome<T>.Unknown(UnknownReason.TimedOut, null, null),
            Lost => new GatewayOutcome<T>.Unknown(UnknownReason.ConnectionLost, null, null),
            Unverified => new GatewayOutcome<T>.Unknown(UnknownReason.Unverified, 200, null),
            Unreadable => new GatewayOutcome<T>.Unknown(UnknownReason.Unreadable, 200, null),
            Mismatched => new GatewayOutcome<T>.Unknown(UnknownReason.Mismatched, 200, null),
            HttpStatus => new GatewayOutcome<T>.Unknown(UnknownReason.HttpStatus, 500, null),
            var code => new GatewayOutcome<T>.Refused(refusal(code), FakeApis.Evidence),
        };
}
