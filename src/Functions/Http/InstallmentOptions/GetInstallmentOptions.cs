using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Contract;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.InstallmentOptions;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.InstallmentOptions;

/// <summary>The ways to pay by instalments, all of them or those that a customer can take.</summary>
public sealed class GetInstallmentOptions(IInstallmentOptionReader options)
{
    [Function(nameof(GetInstallmentOptions))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/installment-options")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryReader(request, "amount", "currency", "bin", "on");
        var currency = Matching(
            query,
            "currency",
            text => text.Length == 3 && text.All(char.IsAsciiLetter),
            "three letters, such as SGD"
        );
        var filter = new InstallmentFilter(
            query.CurrencyAmount("amount", currency),
            currency,
            // More digits than a bank's would be a card number, and a query is written down everywhere.
            Matching(
                query,
                "bin",
                text => text.Length is >= 6 and <= 8 && text.All(char.IsAsciiDigit),
                "the first 6 to 8 digits"
            ),
            query.Value("on", FindDay, "Give a day such as 2026-11-23.")
        );
        if (!query.Errors.None)
            return query.Refusal;

        var outcome = await options.GetAsync(Caller.Of(request.HttpContext).Merchant, cancellationToken);
        return outcome is GatewayOutcome<InstallmentOptionsResponse>.Answered { Response: var response }
            ? Answer(request, InstallmentOptionsBody.Of(response, filter.Apply(response.Banks)))
            : ApiProblems.OfRead(outcome, refused => Refusal.Of(refused.RespCode, refused.RespReason), ErrorCodes.GatewayRefused);
    }

    private static PublicDocumentAnswer Answer(HttpRequest request, InstallmentOptionsBody body)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Plain.InstallmentOptionsBody);
        var tag = EntityTag.Of(content);
        return new(
            "application/json",
            EntityTag.IsHeldBy(request, tag) ? null : content,
            new Dictionary<string, string> { ["ETag"] = tag, ["Cache-Control"] = "private, no-cache" }
        );
    }

    private static string? Matching(QueryReader query, string name, Func<string, bool> isGood, string wanted)
    {
        if (query.Find(name) is not { } text || isGood(text))
            return query.Find(name);

        query.Errors.Add(name, $"Give {wanted}.");
        return null;
    }

    private static DateOnly? FindDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
