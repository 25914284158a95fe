using System.Diagnostics;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Telemetry;

/// <summary>Begins the spans of an operation. They carry its id and kind; never an invoice number, an amount or an account.</summary>
internal static class OperationTraces
{
    private static readonly ActivitySource Source = new(OperationTraceNames.Source);

    /// <summary>The request for an operation; what is begun later goes on from here.</summary>
    public static Activity? StartAccept(OperationKind kind) => Source.StartActivity($"accept {Words.Of(kind)}");

    /// <summary>A run of an operation, whoever woke it.</summary>
    public static Activity? StartRun(OperationRow row) => Continue($"run {Words.Of(row.Kind)}", row);

    /// <summary>A callback for an operation. 2C2P's request has a trace of its own, which the span links to.</summary>
    public static Activity? StartCallback(OperationRow row) => Continue($"callback {Words.Of(row.Kind)}", row);

    private static Activity? Continue(string name, OperationRow row)
    {
        var around = Activity.Current;
        var span =
            ActivityContext.TryParse(row.TraceParent, null, isRemote: true, out var accepted)
            && around?.TraceId != accepted.TraceId
                ? Source.StartActivity(
                    name,
                    ActivityKind.Consumer,
                    accepted,
                    links: around is null ? null : [new ActivityLink(around.Context)]
                )
                // A void runs inside the request that asked for it, and is in its trace already.
                : Source.StartActivity(name);
        span?.SetTag("operation.id", row.Id.ToString());
        span?.SetTag("operation.kind", Words.Of(row.Kind));
        return span;
    }
}
