using TwoC2P.Transport;

namespace TwoC2P.Tests.Transport;

public class SingleUseContentTests
{
    [Fact]
    public async Task The_bytes_are_given_once()
    {
        using var sut = new SingleUseContent("body"u8.ToArray(), "text/plain");
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        await sut.CopyToAsync(first, TestContext.Current.CancellationToken);
        var again = async () => await sut.CopyToAsync(second, TestContext.Current.CancellationToken);

        await again.ShouldThrowAsync<HttpRequestException>();
        first.ToArray().ShouldBe("body"u8.ToArray());
        second.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_that_were_given_away_cannot_be_proven_unsent()
    {
        using var sut = new SingleUseContent("body"u8.ToArray(), "text/plain");

        await sut.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        sut.TrySealUnsent().ShouldBeFalse();
    }

    [Fact]
    public async Task Once_sealed_the_bytes_stay()
    {
        using var sut = new SingleUseContent("body"u8.ToArray(), "text/plain");
        using var stream = new MemoryStream();

        var proven = sut.TrySealUnsent();
        var late = async () => await sut.CopyToAsync(stream, TestContext.Current.CancellationToken);

        proven.ShouldBeTrue();
        await late.ShouldThrowAsync<HttpRequestException>();
        stream.Length.ShouldBe(0);
    }

    [Fact]
    public void The_length_is_known_without_asking_for_the_bytes()
    {
        using var sut = new SingleUseContent("body"u8.ToArray(), "text/plain");

        sut.Headers.ContentLength.ShouldBe(4);

        sut.TrySealUnsent().ShouldBeTrue();
    }
}
