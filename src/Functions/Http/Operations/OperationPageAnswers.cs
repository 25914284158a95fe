using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>Answers with operations: a page as JSON, or all pages as CSV where the caller prefers that.</summary>
internal static class OperationPageAnswers
{
    /// <summary>Complains about what CSV has no use for: it is all pages in one.</summary>
    public static void CheckForm(QueryReader query, HttpRequest request)
    {
        if (request.PrefersCsv())
            PageReader.Forbid(query, "Leave it out: CSV holds all pages.");
    }

    /// <summary>The answer.</summary>
    /// <param name="query">The query as it was read.</param>
    /// <param name="request">The request.</param>
    /// <param name="cursor">Where the wanted page begins.</param>
    /// <param name="read">Reads a page by its cursor.</param>
    public static async Task<IResult> AnswerAsync(
        QueryReader query,
        HttpRequest request,
        string? cursor,
        Func<string?, Task<OperationPage>> read
    )
    {
        // The first page is read before anything is answered: what fails here is a problem, not half a list.
        var page = await read(cursor);
        if (!page.CursorIsValid)
        {
            query.Errors.Add(
                "cursor",
                "Give nextCursor of the page before, unchanged and with the same query, or leave it out to begin again."
            );
            return query.Refusal;
        }

        return request.PrefersCsv()
            ? new OperationCsvAnswer(page, read)
            : new JsonAnswer<ListBody<OperationBody>>(
                StatusCodes.Status200OK,
                new([.. page.Items.Select(OperationBody.InList)], page.NextCursor),
                ApiJson.Plain.OperationList
            )
            {
                Headers = new Dictionary<string, string> { ["Vary"] = "Accept" },
            };
    }
}
