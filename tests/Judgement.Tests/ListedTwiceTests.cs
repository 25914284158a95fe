using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace Judgement.Tests;

/// <summary>Lists that show refunds of one operation as done and as failed, of which some have no reference.</summary>
public sealed class ListedTwiceTests
{
    private static readonly TimeSpan _later = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1, null, null)]
    [InlineData(2, null, null)]
    [InlineData(1, "A1", null)]
    [InlineData(2, "A1", null)]
    [InlineData(1, null, "A1")]
    [InlineData(2, null, "A1")]
    public void done_and_failed_decide_nothing_while_one_of_them_has_no_reference(int requests, string? failed, string? done)
    {
        foreach (var status in (OperationStatus[])[OperationStatus.Unknown, OperationStatus.Pending, OperationStatus.Accepted])
        {
            var row = Rows.Refund(40m, status).After([.. Enumerable.Repeat(true, requests)]);

            var sut = Judged(row, Own(row, failed, "RFF"), Own(row, done, "RF")).ShouldBeOfType<Verdict.Change>().Transition;

            sut.To.ShouldBe(status);
            sut.ReviewReason.ShouldNotBeNull().ShouldContain("done and as failed");
            sut.Alarm.ShouldNotBeNull();
        }
    }

    [Fact]
    public void two_requests_of_which_each_is_listed_with_its_reference_decide()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true);

        Judged(row, Own(row, "A1", "RFF"), Own(row, "A2", "RF"))
            .ShouldBeOfType<Verdict.Change>()
            .Transition.ShouldSatisfyAllConditions(
                transition => transition.To.ShouldBe(OperationStatus.Succeeded),
                transition => transition.Reference.ShouldBe("A2")
            );
    }

    private static Verdict Judged(OperationRow row, params GatewayRefund[] listed)
    {
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.AddRange(listed);
        return Judge.Decide(Rows.File(row, _later), Rows.Look(payment, _later));
    }

    private static GatewayRefund Own(OperationRow row, string? reference, string status) =>
        new(reference, row.Amount!.Value, status, row.Id.ToString(), row.KeyHash);
}
