using PaymentOperations.Merchants;

namespace PaymentOperations.Tests.Support;

internal sealed class FixedMerchants(params Merchant[] merchants) : IMerchants
{
    public IReadOnlyCollection<Merchant> All => merchants;

    public Merchant? Find(string? id) => Array.Find(merchants, merchant => merchant.Id.Text == id);
}
