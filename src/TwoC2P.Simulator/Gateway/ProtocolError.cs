using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Gateway;

/// <summary>Answers to what could not be read: no root element is known yet, so it takes the form of a payment answer.</summary>
internal static class ProtocolError
{
    public static IGatewayAnswer Answer(string respCode, GatewayClock clock, string? respDesc = null) =>
        new PaymentProcessResponse
        {
            TimeStamp = clock.TimeStampDdMmYyHhMmSs(),
            RespCode = respCode,
            RespDesc = respDesc,
        };
}
