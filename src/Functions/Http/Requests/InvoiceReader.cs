using TwoC2P;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads invoice numbers, from bodies and queries alike.</summary>
internal static class InvoiceReader
{
    /// <summary>Name of the property and of the parameter.</summary>
    public const string Name = "invoiceNo";

    /// <summary>The invoice number of a body; default when it is wrong and complained about.</summary>
    public static InvoiceNo Invoice(this JsonObjectReader reader)
    {
        if (reader.Find(Name) is null)
            return Read(null, reader.Errors, reader.PathOf(Name));

        return reader.Text(Name) is { } text ? Read(text, reader.Errors, reader.PathOf(Name)) : default;
    }

    /// <summary>The invoice number of a query; default when it is wrong and complained about.</summary>
    public static InvoiceNo Invoice(this QueryReader query) => Read(query.Find(Name), query.Errors, Name);

    private static InvoiceNo Read(string? text, RequestErrors errors, string path)
    {
        if (!InvoiceNo.TryParse(text, out var invoiceNo, out var problem))
            errors.Add(path, problem);

        return invoiceNo;
    }
}
