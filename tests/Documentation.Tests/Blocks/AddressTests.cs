using System.Text.RegularExpressions;
using Documentation.Tests.Reading;
using Testing.Contract;

namespace Documentation.Tests.Blocks;

/// <summary>A command that succeeds may still ask an address that is none: what refuses a forged message with 404 shows nothing of the verification.</summary>
public sealed partial class AddressTests
{
    public static TheoryData<CodeBlock> Blocks =>
        [.. Documents.Blocks.Where(block => block.IsShell && Address().IsMatch(block.Text))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_a_command_asks_of_the_app_is_in_the_contract(CodeBlock block)
    {
        var paths = ContractDocument.Current.Operations.Select(one => one.Path).Distinct().ToList();

        Address()
            .Matches(block.Text)
            .Select(match => match.Groups["path"].Value)
            .Where(address => !paths.Any(path => Fits(path.Split('/'), address.Split('/'))))
            .ShouldBeEmpty(block.ToString());
    }

    private static bool Fits(string[] template, string[] address) =>
        template.Length == address.Length
        && template.Zip(address).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    [GeneratedRegex(
        @"http://127\.0\.0\.1:7071/api(?<path>/[^\s'""?#]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Address();
}
