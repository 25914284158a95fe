using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Telemetry;

namespace TwoC2P.Calls;

/// <summary>
/// Asks reads over the second wire of a merchant that is moving, compares the answers and reports. The first wire's answer is waited for by nobody longer than without it: the
/// comparison ends on its own, within the call's deadline.
/// </summary>
internal sealed partial class ShadowReads(GatewayExchange gateway, IMeterFactory meters, ILogger<ShadowReads> logger)
{
    private readonly Counter<long> reads = meters
        .Create(GatewayMetricNames.Meter)
        .CreateCounter<long>(
            GatewayMetricNames.ShadowReads,
            unit: "{read}",
            description: "Reads that were asked over both wires of a merchant, by how the answers compare."
        );

    private readonly ILogger logger = logger;

    /// <summary>Puts the question over the second wire beside the first, whose answer it returns as it is.</summary>
    public async Task<MessageReply> BesideAsync(
        Task<MessageReply> first,
        ShadowQuestion question,
        GatewayMerchant merchant,
        MessageExchange exchange,
        TimeSpan deadline
    )
    {
        var comparison = CompareAsync(first, question, merchant, exchange, deadline);
        var reply = await first;
        // Nobody waits for it, so it must not fail either.
        _ = comparison;
        return reply;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A shadow must not harm what it follows; its failure is the report.")]
    private async Task CompareAsync(
        Task<MessageReply> first,
        ShadowQuestion question,
        GatewayMerchant merchant,
        MessageExchange exchange,
        TimeSpan deadline
    )
    {
        try
        {
            // Its own deadline and nobody's cancellation: the caller may be long gone when it ends.
            var second = await gateway.SendAsync(question.Wire(), exchange, question.Message(), deadline, CancellationToken.None);
            Report(question, merchant, exchange, await first, second);
        }
        catch (Exception failure)
        {
            // Settings or keys are missing, or the first wire's call ended in an exception that its own caller sees.
            reads.Add(1, new("api", question.Api), new("result", "failed"));
            NotAsked(question.Api, question.Verb, merchant.MerchantId, failure.GetType().Name);
        }
    }

    private void Report(
        ShadowQuestion question,
        GatewayMerchant merchant,
        MessageExchange exchange,
        MessageReply first,
        MessageReply second
    )
    {
        var (result, level, fields) = Compare(exchange, first, second);
        reads.Add(1, new("api", question.Api), new("result", result));
        Compared(level, question.Api, question.Verb, merchant.MerchantId, merchant.Shadow!.Envelope, result, fields);
    }

    private static (string Result, LogLevel Level, string Fields) Compare(
        MessageExchange exchange,
        MessageReply first,
        MessageReply second
    )
    {
        if (first is not MessageReply.Received { Opened: { Evidence: not null } one })
            return ("first_unproved", LogLevel.Warning, "");
        if (second is not MessageReply.Received { Opened: { Evidence: not null } other })
            return ("shadow_unproved", LogLevel.Warning, ReasonOf(second));

        var fields = AnswerComparison.Differences(one.Message, other.Message, exchange.Answer);
        return fields.Count == 0 ? ("same", LogLevel.Information, "") : ("different", LogLevel.Warning, string.Join(' ', fields));
    }

    private static string ReasonOf(MessageReply reply) =>
        reply switch
        {
            MessageReply.Unknown { HttpStatus: { } status } unknown => $"{unknown.Reason} HTTP {status}",
            MessageReply.Unknown unknown => unknown.Reason.ToString(),
            MessageReply.NeverSent never => never.Reason.ToString(),
            _ => "Unverified",
        };

    [LoggerMessage(
        EventId = 4003,
        Message = "2C2P {Api} {Verb} for merchant {MerchantId}, asked over {Envelope} too: {Result} {Fields}"
    )]
    private partial void Compared(
        LogLevel level,
        string api,
        string? verb,
        MerchantId merchantId,
        EnvelopeKind envelope,
        string result,
        string fields
    );

    [LoggerMessage(
        4004,
        LogLevel.Warning,
        "2C2P {Api} {Verb} for merchant {MerchantId} could not be asked over the second wire: {Failure}"
    )]
    private partial void NotAsked(string api, string? verb, MerchantId merchantId, string failure);
}
