using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegTracker.Server.Recording.Migrations
{
    /// <inheritdoc />
    public partial class MeetingArrangement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Arrangement",
                table: "Meetings",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Arrangement",
                table: "Meetings");
        }
    }
}
