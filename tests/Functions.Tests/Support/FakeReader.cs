using System.Globalization;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Support;

/// <summary>A ledger of the operations that a test puts in.</summary>
internal sealed class FakeReader : IOperationReader
{
    public List<Operation> Operations { get; } = [];

    public List<OperationQuery> Queries { get; } = [];

    public List<InvoiceQuery> InvoiceQueries { get; } = [];

    public OperationPage Page { get; set; } = new([], null);

    /// <summary>Several pages in order, each as it is asked for; they come before all else.</summary>
    public List<Func<OperationPage>> Pages { get; } = [];

    public Exception? Failure { get; set; }

    public Task<Operation?> FindAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken) =>
        Failure is null
            ? Task.FromResult(Operations.Find(operation => operation.MerchantId == merchantId && operation.Id == id))
            : throw Failure;

    public Task<OperationPage> ListByInvoiceAsync(MerchantId merchantId, InvoiceQuery query, CancellationToken cancellationToken)
    {
        InvoiceQueries.Add(query);
        var (invoiceNo, kind, _, cursor) = query;
        return Task.FromResult(
            Pages.Count > 0
                ? Next(cursor)
                : new OperationPage(
                    [
                        .. Operations.Where(operation =>
                            operation.MerchantId == merchantId
                            && operation.InvoiceNo == invoiceNo
                            && (kind is null || operation.Kind == kind)
                        ),
                    ],
                    null
                )
        );
    }

    public Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        return Task.FromResult(Pages.Count > 0 ? Next(query.Cursor) : Page);
    }

    // The cursor of each page but the last is its number.
    private OperationPage Next(string? cursor)
    {
        var number = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        return Pages[number]() with
        {
            NextCursor = number + 1 < Pages.Count ? (number + 1).ToString(CultureInfo.InvariantCulture) : null,
        };
    }
}
