using Dreaming.Cli.Hosting;
using Dreaming.Nights;

namespace Dreaming.Cli.Tests;

public sealed class NightRequestTests
{
    [Fact]
    public void A_printed_command_can_be_typed_as_it_stands()
    {
        var request = new NightRequest("scenarios/RefillDesk", null, "my world.json", "out's", false, new NightOptions());

        if (OperatingSystem.IsWindows())
            Assert.Skip("Quoting is another one on Windows.");
        Assert.Equal("dreaming promote scenarios/RefillDesk --journal 'out'\\''s' 0123", request.Command("promote", "0123"));
        Assert.Equal("dreaming replay scenarios/RefillDesk --journal 'out'\\''s' --world 'my world.json'", request.ReplayCommand);
    }
}
