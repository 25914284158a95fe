using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Quarantine;

/// <summary>What came in and belongs to no operation.</summary>
public sealed class ListQuarantine(IQuarantineReader quarantine)
{
    private const int LongestCursor = 200;

    [Function(nameof(ListQuarantine))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/quarantine")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryReader(request, "cursor");
        var cursor = query.Find("cursor");
        if (cursor is not null && !IsCursor(cursor))
            query.Errors.Add("cursor", "Give nextCursor of the page before, unchanged.");
        if (!query.Errors.None)
            return query.Refusal;

        var page = await quarantine.ListAsync(Caller.Of(request.HttpContext).Merchant.Id, cursor, cancellationToken);
        return JsonAnswer.Ok(new([.. page.Items.Select(QuarantinedBody.Of)], page.NextCursor), ApiJson.Plain.QuarantineList);
    }

    private static bool IsCursor(string text) =>
        text.Length is > 1 and <= LongestCursor && text[0] is 'm' or 'u' && text[1..].All(char.IsAsciiHexDigitLower);
}
