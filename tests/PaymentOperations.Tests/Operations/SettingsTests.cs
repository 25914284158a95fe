using PaymentOperations.Operations;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Tests.Operations;

public sealed class SettingsTests
{
    [Fact]
    public void the_default_times_hold_together() => new OperationTimes().Problems().ShouldBeEmpty();

    [Fact]
    public void every_time_must_be_positive_and_is_named_when_it_is_not()
    {
        foreach (var property in typeof(OperationTimes).GetProperties().Where(one => one.PropertyType == typeof(TimeSpan)))
        {
            var sut = new OperationTimes();
            property.SetValue(sut, TimeSpan.Zero);

            sut.Problems().ShouldContain(problem => problem.Contains($"__{property.Name} "), property.Name);
        }
    }

    [Theory]
    [InlineData(80, false)]
    [InlineData(81, true)]
    public void a_claim_must_outlast_everything_that_its_holder_may_still_do(int seconds, bool isGood)
    {
        var sut = new OperationTimes { Claim = TimeSpan.FromSeconds(seconds) };

        sut.Problems().Any().ShouldBe(!isGood);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void attempts_are_few(int attempts, bool isGood) =>
        new OperationTimes { MaxAttempts = attempts }
            .Problems()
            .Any()
            .ShouldBe(!isGood);

    [Fact]
    public void a_void_may_not_post_longer_than_its_claim_allows() =>
        new OperationTimes { VoidPostDeadline = TimeSpan.FromSeconds(46) }
            .Problems()
            .Count()
            .ShouldBe(1);

    [Theory]
    [InlineData("https://pay.example.com", true)]
    [InlineData("https://pay.example.com/base/", true)]
    [InlineData("http://127.0.0.1:7071", true)]
    [InlineData("http://localhost", true)]
    [InlineData("http://pay.example.com", false)]
    [InlineData("ftp://localhost", false)]
    [InlineData("pay.example.com", false)]
    [InlineData("", false)]
    [InlineData("https://user:password@pay.example.com", false)]
    [InlineData("https://pay.example.com/?a=b", false)]
    [InlineData("https://pay.example.com/#a", false)]
    [InlineData(" https://pay.example.com", false)]
    public void the_public_address_is_https_or_loopback(string address, bool isGood) =>
        (new PublicAddress { BaseUrl = address }.Problem() is null).ShouldBe(isGood);

    [Theory]
    [InlineData(165, true)]
    [InlineData(166, false)]
    public void the_longest_notify_address_fits_the_gateways_field(int length, bool isGood)
    {
        var sut = new PublicAddress { BaseUrl = "https://pay.example.com/".PadRight(length, 'a') };
        var longest = sut.NotifyUrl(new MerchantId(new string('M', 15)), OperationId.New(TimeProvider.System));

        (sut.Problem() is null).ShouldBe(isGood);
        longest.Length.ShouldBeLessThanOrEqualTo(250);
    }
}
