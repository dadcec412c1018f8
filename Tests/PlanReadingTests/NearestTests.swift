import PlanReading
import Testing

struct NearestTests {
    @Test(arguments: [
        ("measurs", "measures"), ("月谭", "月坛"), ("oragne", "orange"), ("creditcode", "creditCode"),
        ("广安门", "广安门内"),
        ("统一社会信用码", "统一社会信用代码"),
    ])
    func findsTheSlip(typed: String, meant: String) {
        let names = ["measures", "月坛", "牛街", "广安门内", "orange", "red", "creditCode", "统一社会信用代码", "id"]
        #expect(Nearest.name(to: typed, among: names) == meant)
    }

    @Test(arguments: ["xyz", "朝阳", "完全不同的一个词", ""])
    func saysNothingWhenNothingIsNear(typed: String) {
        #expect(Nearest.name(to: typed, among: ["measures", "月坛", "orange", "广安门内"]) == nil)
    }
}
