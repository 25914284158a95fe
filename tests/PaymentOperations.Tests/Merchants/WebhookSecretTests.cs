using PaymentOperations.Merchants;

namespace PaymentOperations.Tests.Merchants;

public sealed class WebhookSecretTests
{
    private const string Name = "JT01-webhook-secret";
    private static readonly string First = Secret(1, 32);
    private static readonly string Second = Secret(2, 24);
    private static readonly string Third = Secret(3, 64);

    [Fact]
    public async Task the_current_version_comes_first_and_the_one_before_second()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret(Name, First);
        sut.Clock.Advance(TimeSpan.FromSeconds(1));
        sut.Emulator.SetSecret(Name, Second + "\n");

        (await SecretsAsync(sut)).ShouldBe([Second, First]);
    }

    [Fact]
    public async Task a_new_version_is_used_within_five_minutes()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret(Name, First);
        var before = await SecretsAsync(sut);
        sut.Emulator.SetSecret(Name, Third);
        sut.Clock.Advance(TimeSpan.FromMinutes(5));

        before.ShouldBe([First]);
        (await SecretsAsync(sut)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not Base64")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_c2hvcnQ=")]
    public async Task what_has_not_the_form_is_no_secret(string text)
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret(Name, text);

        await Should.ThrowAsync<SecretsUnavailableException>(() => SecretsAsync(sut));
    }

    [Fact]
    public void a_secret_is_never_its_own_text()
    {
        new WebhookSecret(First).ToString().ShouldNotContain(First[10..]);
    }

    private static async Task<IReadOnlyList<string>> SecretsAsync(VaultUnderTest sut) =>
        [
            .. (await sut.Secrets.GetWebhookSecretsAsync(VaultUnderTest.JT01, CancellationToken.None)).Select(secret =>
                secret.Text
            ),
        ];

    private static string Secret(byte value, int length) =>
        $"whsec_{Convert.ToBase64String([.. Enumerable.Repeat(value, length)])}";
}
