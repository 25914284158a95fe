using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>Reads what operations are searched by. It never complains with the value that was sent.</summary>
internal static class OperationSearchReader
{
    // The longest that the ledger keeps of a text of 2C2P.
    private const int ReferenceLength = 150;

    /// <summary>The parameters of a search.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    ["needsReview", "reference", InvoiceReader.Name, "amount", "metadata.*"];

    /// <summary>The search; null when nothing is searched for. What is wrong with it is in the reader's errors.</summary>
    public static OperationSearch? Read(QueryReader query)
    {
        var metadata = query.Metadata();
        var asked = Parameters.Any(name => query.Find(name) is not null) || query.Family("metadata.").Any();
        if (!asked)
            return null;

        return new OperationSearch
        {
            NeedsReview =
                query.Value("needsReview", text => text == "true" ? (bool?)true : null, "Give true, or leave it out.") == true,
            Reference = Reference(query),
            InvoiceNo = query.Find(InvoiceReader.Name) is null ? null : query.Invoice(),
            Amount = query.Amount("amount"),
            Metadata = metadata,
        };
    }

    private static string? Reference(QueryReader query)
    {
        if (query.Find("reference") is not { } reference)
            return null;
        if (
            reference is { Length: >= 1 and <= ReferenceLength }
            && !string.IsNullOrWhiteSpace(reference)
            && PlainText.IsPlain(reference)
        )
            return reference;

        query.Errors.Add("reference", $"Give 2C2P's reference of the refund or the payment: 1 to {ReferenceLength} characters.");
        return null;
    }
}
