using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Events;

/// <summary>A merchant's events, for those who ask instead of being told.</summary>
public sealed class ListEvents(IEvents events)
{
    [Function(nameof(ListEvents))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/events")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryReader(request, "after", "limit");
        var after = query.Value("after", FindId, "Give nextCursor of the part before, or an event's id.");
        var limit = query.Value("limit", FindLimit, $"Give 1 to {EventPage.MaxItems}.") ?? EventPage.MaxItems;
        if (!query.Errors.None)
            return query.Refusal;

        var page = await events.ListAsync(Caller.Of(request.HttpContext).Merchant.Id, after, limit, cancellationToken);
        return JsonAnswer.Ok(
            new([.. page.Items.Select(EventBody.Of)], page.Cursor?.ToString(), page.HasMore),
            ApiJson.Plain.EventListBody
        );
    }

    private static PaymentEventId? FindId(string text) => PaymentEventId.TryParse(text, out var id) ? id : null;

    private static int? FindLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && limit is >= 1 and <= EventPage.MaxItems
            ? limit
            : null;
}
