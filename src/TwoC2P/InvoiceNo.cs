using System.Diagnostics.CodeAnalysis;

namespace TwoC2P;

/// <summary>
/// The merchant's unique invoice number (field <c>invoiceNo</c>, C 50). 2C2P's type C is "alphanumeric and symbols": letters of any script, digits,
/// punctuation and spaces, but no control characters. Compared ordinally: another letter case is another invoice.
/// </summary>
public readonly record struct InvoiceNo
{
    /// <summary>The longest invoice number that 2C2P's field takes, in UTF-16 code units.</summary>
    public const int MaxLength = 50;

    private readonly string? value;

    private InvoiceNo(string text) => value = text;

    /// <summary>The number exactly as the merchant spelled it.</summary>
    public string Text => value ?? "";

    /// <summary>Reads an invoice number; <paramref name="problem"/> says what to change when it is none.</summary>
    public static bool TryParse(string? text, out InvoiceNo invoiceNo, [NotNullWhen(false)] out string? problem)
    {
        problem = text switch
        {
            null or "" => "Give the invoice number of the payment.",
            { Length: > MaxLength } => $"Give at most {MaxLength} characters; this invoice number has {text.Length}.",
            _ when string.IsNullOrWhiteSpace(text) => "Give an invoice number that is not only spaces.",
            _ when !text.IsPlainText() =>
                "Remove control characters (such as line feeds and tabs) and broken Unicode from the invoice number.",
            _ => null,
        };
        invoiceNo = problem is null ? new InvoiceNo(text!) : default;
        return problem is null;
    }

    /// <summary>Takes an invoice number that is known to be well formed, such as one from the ledger.</summary>
    /// <exception cref="ArgumentException">The text cannot be an invoice number.</exception>
    public static InvoiceNo Parse(string text) =>
        TryParse(text, out var invoiceNo, out var problem) ? invoiceNo : throw new ArgumentException(problem, nameof(text));

    /// <inheritdoc />
    public override string ToString() => Text;
}
