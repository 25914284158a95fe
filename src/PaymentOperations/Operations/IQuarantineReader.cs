using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>Shows what came in and belongs to no operation.</summary>
public interface IQuarantineReader
{
    /// <summary>A page, in no order of time. <paramref name="cursor"/> is <see cref="QuarantinePage.NextCursor"/> of the page before.</summary>
    Task<QuarantinePage> ListAsync(MerchantId merchantId, string? cursor, CancellationToken cancellationToken);
}
