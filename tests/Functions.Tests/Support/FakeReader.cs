using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Support;

/// <summary>A ledger of the operations that a test puts in.</summary>
internal sealed class FakeReader : IOperationReader
{
    public List<Operation> Operations { get; } = [];

    public List<OperationQuery> Queries { get; } = [];

    public OperationPage Page { get; set; } = new([], null);

    public Exception? Failure { get; set; }

    public Task<Operation?> FindAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken) =>
        Failure is null
            ? Task.FromResult(Operations.Find(operation => operation.MerchantId == merchantId && operation.Id == id))
            : throw Failure;

    public Task<IReadOnlyList<Operation>> ListByInvoiceAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationKind? kind,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Operation>>([
            .. Operations.Where(operation =>
                operation.MerchantId == merchantId && operation.InvoiceNo == invoiceNo && (kind is null || operation.Kind == kind)
            ),
        ]);

    public Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        return Task.FromResult(Page);
    }
}
