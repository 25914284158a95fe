using Functions.Tests.Support;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace Functions.Tests.Operations;

public sealed class NextStepTests
{
    private static readonly OperationId Other = OperationId.Parse("0198f2a0-0000-7000-8000-000000000002");

    [Theory]
    [InlineData(OperationStatus.Accepted, null)]
    [InlineData(OperationStatus.Submitting, null)]
    [InlineData(OperationStatus.Unknown, null)]
    [InlineData(OperationStatus.Succeeded, null)]
    [InlineData(OperationStatus.Pending, NextStep.Wait)]
    [InlineData(OperationStatus.Failed, NextStep.TryAgain)]
    public async Task an_operation_says_what_its_caller_can_do(OperationStatus status, string? step)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Operations.Add(Sample.Operation(status: status));

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/refunds/{Sample.Id}"));

        (await response.JsonAsync()).GetProperty("nextStep").GetString().ShouldBe(step);
    }

    [Fact]
    public void a_failure_is_tried_again_with_a_new_key() => NextStep.TryAgain.ShouldContain("new Idempotency-Key");

    public static TheoryData<OperationStatus> Statuses { get; } = [.. Enum.GetValues<OperationStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void nothing_that_a_person_has_to_look_at_is_called_repeatable(OperationStatus status)
    {
        var doubtful = Sample.Operation(status: status) with { NeedsReview = true, ReviewReason = "It cannot be told." };

        NextStep.Of(doubtful).ShouldBe(NextStep.Review);
        NextStep.Review.ShouldContain("docs/runbook.md#needs-review");
        Repository.Read("docs/runbook.md").ShouldContain("\n## needs-review\n");
    }

    [Fact]
    public void what_waits_for_another_names_the_way_out()
    {
        NextStep.Of(Sample.Operation() with { BlockedBy = Other }).ShouldBe(NextStep.Blocked);
    }

    [Fact]
    public async Task an_apostrophe_is_an_apostrophe()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Operations.Add(Sample.Operation() with { Reason = "the customer's wish, <b> & 50 %" });

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/refunds/{Sample.Id}"));

        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("the customer's wish, <b> & 50 %");
        text.ShouldNotContain("\\u00", Case.Insensitive);
    }
}
