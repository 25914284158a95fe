using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Tests.Storage;

public sealed class LookupKeyTests
{
    private static readonly MerchantId Merchant = new("JT01");

    [Fact]
    public void places_go_backwards_in_time_and_lead_back_to_their_operation()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        List<OperationId> ids = [];
        for (var number = 0; number < 100; number++)
        {
            ids.Add(OperationId.New(time));
            time.Advance(TimeSpan.FromHours(7) + TimeSpan.FromMilliseconds(number));
        }

        var sut = ids.Select(LookupKey.PositionOf).ToList();

        sut.ShouldBe(sut.OrderDescending(StringComparer.Ordinal));
        sut.Select(position => LookupKey.TryReadPosition(position, out var id) ? id : default).ShouldBe(ids);
    }

    [Fact]
    public void days_bound_places_to_the_millisecond()
    {
        var day = new DateOnly(2026, 11, 23);
        var first = PositionAt(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        var last = PositionAt(new DateTimeOffset(2026, 11, 23, 23, 59, 59, 999, TimeSpan.Zero));
        var before = PositionAt(new DateTimeOffset(2026, 11, 22, 23, 59, 59, 999, TimeSpan.Zero));
        var after = PositionAt(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

        IsWithin(first, day).ShouldBeTrue();
        IsWithin(last, day).ShouldBeTrue();
        IsWithin(before, day).ShouldBeFalse();
        IsWithin(after, day).ShouldBeFalse();
        string.CompareOrdinal(last, LookupKey.FirstPositionUntil(DateOnly.MaxValue)).ShouldBeGreaterThan(0);
        string.CompareOrdinal(first, LookupKey.LastPositionFrom(DateOnly.MinValue)).ShouldBeLessThan(0);
    }

    [Fact]
    public void values_are_hashed_and_never_meet()
    {
        string[] sut =
        [
            LookupKey.Invoice(Merchant, InvoiceNo.Parse("10.00")),
            LookupKey.Amount(Merchant, Money.FromAmount(10m)),
            LookupKey.Reference(Merchant, "10.00"),
            LookupKey.Metadata(Merchant, "a", "10.00"),
            LookupKey.Metadata(Merchant, "b", "10.00"),
            LookupKey.Metadata(Merchant, "a", "b=1"),
            LookupKey.Metadata(new MerchantId("JT02"), "a", "10.00"),
        ];

        sut.ShouldBeUnique();
        sut.ShouldAllBe(key => !key.Contains("10.00") && key.EndsWith('|'));
    }

    [Fact]
    public void the_spelling_is_fixed_since_tables_live_long()
    {
        string[] sut =
        [
            LookupKey.Invoice(Merchant, InvoiceNo.Parse("INV-1")),
            LookupKey.Amount(Merchant, Money.FromAmount(10m)),
            LookupKey.Reference(Merchant, "9001"),
            LookupKey.Metadata(Merchant, "a", "b"),
        ];

        sut.ShouldBe([
            "invoice|b534cbcbc8d9958f278bd6a3fa407349|",
            "amount|29545e4341a0e44918e569ed83152a90|",
            "reference|c4a60ff8f731b294fc569c4358c44af4|",
            "metadata|0487c6ba3cdc6eb1967b063d80a27bff|",
        ]);
        LookupKeys.NameOf([sut[1], sut[0]]).ShouldBe("bf245e671f38525a");
        LookupKey
            .PositionOf(OperationId.Parse("019aab3c-4d5e-7f60-8123-456789abcdef"))
            .ShouldBe("fe6554c3b2a1809f7edcba9876543210");
    }

    [Fact]
    public void the_largest_metadata_fits_into_its_column()
    {
        var largest = Enumerable
            .Range(0, 20)
            .ToDictionary(number => $"{number:D2}".PadRight(40, 'k'), _ => string.Concat(Enumerable.Repeat("😀", 100)));

        var sut = MetadataJson.Write(largest).ShouldNotBeNull();

        sut.Length.ShouldBeLessThan(32 * 1024);
        MetadataJson.Read(sut).ShouldBe(largest, ignoreOrder: true);
        MetadataJson.Write(MetadataJson.Read(null)).ShouldBeNull();
    }

    private static string PositionAt(DateTimeOffset moment) =>
        LookupKey.PositionOf(OperationId.New(new FakeTimeProvider(moment)));

    private static bool IsWithin(string position, DateOnly day) =>
        string.CompareOrdinal(position, LookupKey.FirstPositionUntil(day)) >= 0
        && string.CompareOrdinal(position, LookupKey.LastPositionFrom(day)) < 0;
}
