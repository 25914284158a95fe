using System.Security.Cryptography;
using System.Text;

namespace Operator.Tests.Keys;

/// <summary>A key is replaced while an instance of the app runs.</summary>
public sealed class KeyRotationTests
{
    [Fact]
    public async Task a_shop_that_changes_over_in_between_is_never_refused_and_the_old_key_ends_when_it_should()
    {
        await using var sut = await KeyVaultUnderTest.StartAsync();
        var old = await sut.MakeAsync("new --id shop --scopes refunds:write");
        await using var app = sut.StartApp();
        (await IsTakenAsync(old)).ShouldBeTrue();
        var next = await sut.MakeAsync("rotate --id shop --overlap 1h");

        // The shop has the new key in its configuration when the app knows it, after five minutes.
        for (var minute = 0; minute < 60; minute++)
        {
            (await IsTakenAsync(minute < 5 ? old : next)).ShouldBeTrue($"minute {minute}");
            (await IsTakenAsync(old)).ShouldBeTrue($"minute {minute}");
            sut.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await IsTakenAsync(old)).ShouldBeFalse();
        (await IsTakenAsync(next)).ShouldBeTrue();

        async Task<bool> IsTakenAsync(string key)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
            return (await app.KeysAsync()).Any(one =>
                one.Sha256.Span.SequenceEqual(hash) && (one.ExpiresAt is null || sut.Time.GetUtcNow() < one.ExpiresAt)
            );
        }
    }
}
