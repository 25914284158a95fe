using System.Collections.Frozen;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PaymentGateway.Http.Events;
using PaymentGateway.Http.InstallmentOptions;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Payments;
using PaymentGateway.Http.Quarantine;
using PaymentGateway.Http.Refunds;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Settlements;
using PaymentGateway.Http.Voids;

namespace PaymentGateway.Http.Security;

/// <summary>
/// Refuses every query of a merchant's functions that read none. A caller who writes <c>?dryRun=true</c> to a call that has no dry run means that nothing be done; a call that does not look would do it.
/// </summary>
internal sealed class QueryMiddleware : IFunctionsWorkerMiddleware
{
    // They refuse what they do not know themselves. A new function that reads its query and is not here never sees it.
    private static readonly FrozenSet<string> Readers = FrozenSet.Create(
        nameof(GetPayment),
        nameof(CreateRefund),
        nameof(ListRefunds),
        nameof(CreateSettlement),
        nameof(ListSettlements),
        nameof(CreateVoid),
        nameof(ListVoids),
        nameof(ListOperations),
        nameof(ListEvents),
        nameof(ListQuarantine),
        nameof(GetInstallmentOptions)
    );

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        if (
            context.GetHttpContext() is { } http
            && FunctionAccess.Scopes.ContainsKey(function)
            && !Readers.Contains(function)
            && new QueryReader(http.Request) is { Errors.None: false } query
        )
            context.GetInvocationResult().Value = query.Refusal;
        else
            await next(context);
    }
}
