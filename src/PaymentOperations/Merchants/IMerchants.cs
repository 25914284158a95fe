namespace PaymentOperations.Merchants;

/// <summary>The configured merchants. An id that is not among them never reaches Key Vault.</summary>
public interface IMerchants
{
    /// <summary>All of them.</summary>
    IReadOnlyCollection<Merchant> All { get; }

    /// <summary>The merchant of exactly this id (ordinal), or null.</summary>
    Merchant? Find(string? id);
}
