using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PaymentGateway.Http.Limits;
using PaymentGateway.Http.Problems;
using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Security;

/// <summary>Lets a call of an HTTP function in only with an API key of the merchant in the address that has the function's scope (docs/adr: own API keys instead of function keys).</summary>
internal sealed class ApiKeyMiddleware(
    IMerchants merchants,
    IMerchantSecrets secrets,
    SandboxPage page,
    CallLimits limits,
    TimeProvider time
) : IFunctionsWorkerMiddleware
{
    private const string Header = "X-Api-Key";

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        if (context.GetHttpContext() is not { } http || FunctionAccess.Public.ContainsKey(function))
        {
            await next(context);
            return;
        }

        var wrong = await RefuseAsync(http, function, context.CancellationToken);
        if (Limit(http, wrong) is { } refused)
            context.GetInvocationResult().Value = refused;
        else
            await next(context);
    }

    private async Task<Problem?> RefuseAsync(HttpContext http, string function, CancellationToken cancellationToken)
    {
        var presented = http.Request.Headers[Header] is [{ } only] ? only : "";
        var merchant = merchants.Find(http.Request.RouteValues["merchantId"] as string);
        var keys = merchant is null ? ApiKeyMatch.OfNobody : await secrets.GetApiKeysAsync(merchant.Id, cancellationToken);
        if (ApiKeyMatch.Find(presented, keys, time.GetUtcNow()) is not { } key || merchant is null)
            return Unauthorized();

        http.Features.Set(new Caller(merchant, key.Id, key.Publishable));
        var origin = http.Request.Headers.Origin;
        var scope = FunctionAccess.Scopes.GetValueOrDefault(function);
        return KeyRules.Refuse(key, presented, CallerAddress.Of(http), scope, origin, page.IsOrigin(origin));
    }

    private Problem? Limit(HttpContext http, Problem? wrong)
    {
        if (wrong is not null)
            return limits.OfStranger(CallerAddress.Of(http)) ?? wrong;

        var caller = Caller.Of(http);
        return caller.IsPublishable
            ? limits.OfVisitor(caller.Merchant, caller.ApiKeyId, CallerAddress.Of(http))
            : limits.OfCaller(caller.Merchant, caller.ApiKeyId);
    }

    // One answer for a wrong key, another merchant's key and a merchant that does not exist: it tells nobody which merchants there are.
    private static Problem Unauthorized() =>
        new(ErrorCodes.Unauthorized, $"Send one valid API key of the merchant in the address, in the header {Header}.");
}
