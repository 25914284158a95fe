namespace TwoC2P.Tests;

public class InvoiceNoTests
{
    [Theory]
    [InlineData("INV/2026/11-001")]
    [InlineData("a#b?c%d'e\"f g")]
    [InlineData("ใบแจ้งหนี้")]
    [InlineData(" leading and trailing ")]
    public void Numbers_are_kept_exactly_as_spelled(string text)
    {
        InvoiceNo.TryParse(text, out var sut, out _).ShouldBeTrue();

        sut.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData(null, "Give the invoice number")]
    [InlineData("", "Give the invoice number")]
    [InlineData("   ", "not only spaces")]
    [InlineData("a\nb", "control characters")]
    public void Others_are_refused_with_what_to_change(string? text, string advice)
    {
        InvoiceNo.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem!.ShouldContain(advice);
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        InvoiceNo.TryParse("a\uDC00", out _, out var problem).ShouldBeFalse();

        problem!.ShouldContain("broken Unicode");
    }

    [Fact]
    public void Fifty_characters_are_the_most()
    {
        InvoiceNo.TryParse(new string('1', 50), out _, out _).ShouldBeTrue();
        InvoiceNo.TryParse(new string('1', 51), out _, out var problem).ShouldBeFalse();

        problem!.ShouldContain("51");
    }

    [Fact]
    public void Another_letter_case_is_another_invoice() => InvoiceNo.Parse("inv").ShouldNotBe(InvoiceNo.Parse("INV"));
}
