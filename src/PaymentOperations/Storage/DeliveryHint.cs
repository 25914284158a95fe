using Azure;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Says that an invoice has events to be delivered, or is about to.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="InvoiceNo">Of which payment.</param>
/// <param name="Announced">The event that was announced last; null when none was since it was asked for again.</param>
/// <param name="NextCheckAt">When the sweep looks.</param>
/// <param name="ETag">Version of the row.</param>
internal sealed record DeliveryHint(
    MerchantId MerchantId,
    InvoiceNo InvoiceNo,
    EventPointer? Announced,
    DateTimeOffset NextCheckAt,
    ETag ETag = default
);
