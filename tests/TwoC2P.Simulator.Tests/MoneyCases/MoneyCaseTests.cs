using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>Whatever a gateway does in the table, the simulator does when it is told to.</summary>
public sealed class MoneyCaseTests : IAsyncLifetime
{
    private static readonly MoneyCase[] Cases = [.. AnswerCases.All, .. ListCases.All, .. CallbackCases.All];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;
    private CallbackReceiver _receiver = null!;

    public static TheoryData<string> Names => [.. Cases.Select(each => each.ToString())];

    [Fact]
    public void Every_row_that_concerns_the_gateway_is_produced()
    {
        var produced = Cases.Select(each => each.Number).Distinct().Order();

        MoneyCaseTable.Rows.Count.ShouldBe(34);
        produced.ShouldBe(MoneyCaseTable.ThatConcernTheGateway);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_merchant_sees_what_the_row_says(string name)
    {
        var sequence = Cases.Single(each => each.ToString() == name);
        var stage = new Stage(_sut, _receiver, _time);

        await sequence.Play(stage);

        stage.Seen.ShouldBe(sequence.Seen);
    }

    public async ValueTask InitializeAsync()
    {
        _sut = await SimulatorHost.StartAsync(_time);
        _receiver = await CallbackReceiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _sut.DisposeAsync();
    }
}
