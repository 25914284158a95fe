using CsCheck;
using PaymentOperations.Storage;

namespace PaymentOperations.Tests.Storage;

public sealed class TableKeyTests
{
    private static readonly Gen<string> _text = Gen.OneOf(Gen.String[0, 50], Gen.String[Gen.Char["aA=0F/#?%\\|é ก."], 0, 8])
        .Where(text => !text.Any(char.IsSurrogate));

    [Fact]
    public void different_texts_never_meet_in_one_key() =>
        Gen.Select(_text, _text).Sample((left, right) => (left == right) == (TableKey.Escape(left) == TableKey.Escape(right)));

    [Fact]
    public void keys_hold_only_what_azure_tables_allow_and_no_separator_of_ours() =>
        _text.Sample(text =>
            TableKey.Escape(text).All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-' or '=')
        );

    [Theory]
    [InlineData("INV/2026#1", "INV=2F2026=231")]
    [InlineData("ก", "=E0=B8=81")]
    [InlineData("a b", "a=20b")]
    public void the_spelling_is_fixed_since_ledgers_live_long(string text, string key) => TableKey.Escape(text).ShouldBe(key);

    [Fact]
    public void the_line_sorts_by_place() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue])
            .Sample(
                (left, right) =>
                    Math.Sign(string.CompareOrdinal(TableKey.Wait(left), TableKey.Wait(right))) == left.CompareTo(right)
            );
}
